using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Shared.TextDocuments;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>Papers made from templates, kept, signed and printed.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class PaperTests(Engine engine) : SliceTests(engine)
{
    private static string TextOf(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return string.Join('\n', package.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    private static byte[] Template(params string[] paragraphs)
    {
        var docx = new DocxWriter("Modello");
        foreach (var paragraph in paragraphs)
        {
            docx.Paragraph(paragraph);
        }

        return docx.ToArray();
    }

    private async Task<Reply> Make(object body) => await As(Role.Educator).Post("internship-papers", body);

    private async Task<Reply> Upload(string kind, byte[] content, string name = "modello.docx") =>
        await (await SignIn(Role.Administrator)).Send(HttpMethod.Post, $"paper-templates/{kind}", Given.FileForm(content, name));

    private async Task<Reply> Sign(Guid paper, string? signedOn = "2026-11-20") =>
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"internship-papers/{paper}/signed", Given.FileForm(fields: signedOn is null ? [] : [("signedOn", signedOn)]));

    private async Task<string> Docx(Guid paper) => TextOf((await As(Role.Educator).Get($"internship-papers/{paper}/docx").Expect(200)).Bytes);

    private async Task<System.Text.Json.Nodes.JsonArray> Papers(Guid internship) => (await As(Role.Educator).Get($"internship-papers?internshipId={internship}").Expect(200))["items"]!.AsArray();

    [Test]
    public async Task Paper_WhenMadeOfTheShippedTemplate_SaysTheFactsAndIsKeptEncryptedAndLogged()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(surname: "Cartacci"), await Given.Host(name: "Vivaio delle Carte"));

        var made = await Make(new { internshipId = id, kind = "project" }).Expect(200);

        var text = await Docx(made.Id);
        Assert.That(text, Does.Contain("Cartacci").And.Contain("Vivaio delle Carte").And.Contain("Riprendere un ritmo di lavoro").And.Contain("RSPP della ditta").And.Not.Contain("{{").And.Not.Contain("Unione europea"));
        Assert.That((await As(Role.Educator).Get($"internship-papers/{made.Id}/docx").Expect(200)).ContentHeaders.ContentDisposition!.FileName, Does.Contain("progetto-formativo-v1.docx"), "nothing about the person");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @id and purpose = 'download-paper'", new { id }), Is.GreaterThan(0));
        Assert.That((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id, Is.EqualTo(made.Id), "what says the same is not made again");
        await As(Role.CompanyOperator).Get($"internship-papers/{made.Id}/docx").Expect(403);
        await (await AnotherPerson(Role.Educator)).Get($"internship-papers/{made.Id}/docx").Expect(404, "paper.not-found");
    }

    [Test]
    public async Task Paper_WhenFactsChange_GivesWayUnlessItWasSigned()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.Proposal(forCase, company);
        async Task Change(string duties) => await As(Role.Educator).Put(
            $"internships/{id}", new Proposal(forCase, company) { Duties = duties }, (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version).Expect(204);
        var first = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;

        await Change("Seconda versione");
        Assert.That((await Papers(id)).Single()!["isCurrent"]!.GetValue<bool>(), Is.False);
        var second = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;
        await As(Role.Educator).Get($"internship-papers/{first}/docx").Expect(404);
        await Sign(second, null).Expect(422);
        await Sign(second, "2027-11-20").Expect(422, "validation.failed");
        await Sign(second).Expect(204);
        await Sign(second).Expect(409, "paper.already-signed");
        await Change("Terza versione");
        await Make(new { internshipId = id, kind = "project" }).Expect(200);

        var papers = await Papers(id);
        Assert.That(papers.Select(paper => (paper!["number"]!.GetValue<int>(), paper["isCurrent"]!.GetValue<bool>(), paper["signedOn"]?.ToString())), Is.EqualTo(new[] { (3, true, (string?)null), (2, false, "2026-11-20") }));
        Assert.That(await Docx(second), Does.Contain("Seconda versione"), "what was signed stays");
        Assert.That((await As(Role.Educator).Get($"internship-papers/{second}/signed").Expect(200)).Bytes, Is.EqualTo(Given.Pdf));
    }

    [Test]
    public async Task Papers_ByKind_AreMadeOnlyOfWhatHappened()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);

        await Make(new { internshipId = id, kind = "attestation" }).Expect(422, "paper.too-early");
        await Make(new { internshipId = id, kind = "register" }).Expect(422, "validation.failed");
        await Make(new { internshipId = id, kind = "register", month = "2027-03" }).Expect(422, "paper.too-early");
        await Make(new { internshipId = id, kind = "payReckoning", month = "2026-12" }).Expect(422, "paper.too-early");
        await Make(new { internshipId = Guid.NewGuid(), kind = "project" }).Expect(404);
        var register = await Make(new { internshipId = id, kind = "register", month = "2026-12" }).Expect(200);
        var dossier = await Make(new { internshipId = id, kind = "dossier" }).Expect(200);
        var text = await Docx(register.Id);
        Assert.That(text, Does.Contain("dicembre 2026").And.Contain("25/12/2026").And.Contain("Natale"));
        Assert.That(await Docx(dossier.Id), Does.Contain("Mese per mese"));

        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "hiredByHost", contract = "fixedTerm", hiredOn = "2027-06-01" }).Expect(200);
        await Make(new { internshipId = id, kind = "attestation" }).Expect(422, "internship.no-attestation");
    }

    [Test]
    public async Task DossierAndAttestation_WhenMade_TellTheSkillsOfTheEvaluationsInTheTemplateOfTheService()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(surname: "Competenti"), await Given.Host());
        Clock.Now = new(2027, 5, 29, 8, 0, 0, TimeSpan.Zero);
        foreach (var month in new[] { "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04" })
        {
            await Given.ClosedRegister(id, month);
        }

        var before = await Make(new { internshipId = id, kind = "dossier" }).Expect(200);
        Assert.That(await Docx(before.Id), Does.Contain("nessuna valutazione registrata").And.Contain("non ancora valutato"));
        await As(Role.Educator).Put($"internships/{id}/evaluations/final/educator", new
        {
            sheet = new
            {
                overall = 4, strengths = "Parole segretissime", skills = new[] { new { code = "teamwork", level = "alone" }, new { code = "safety", level = "withHelp" } },
                objectives = new[] { new { objective = "Riprendere un ritmo di lavoro", level = "helpsOthers", note = (string?)null } },
            },
        }, 0).Expect(204);
        Assert.That((await Papers(id)).Single()!["isCurrent"]!.GetValue<bool>(), Is.False, "an evaluation changes what the dossier says");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);

        var dossier = await Docx((await Make(new { internshipId = id, kind = "dossier" }).Expect(200)).Id);
        Assert.That(dossier, Does.Contain("lavorare in squadra").And.Contain("Con gli altri").And.Contain("in autonomia, aiutando altri").And.Contain("tutor del servizio").And.Not.Contain("segretissime"));
        await Upload("attestation", Template("{{competenze.nomme}}")).Expect(422, "template.fields-unknown");
        var own = new DocxWriter("Modello");
        own.Paragraph("Attestato di {{persona.nome}} presso {{azienda.nome}}, dal {{tirocinio.dal}} al {{percorso.ultimo_giorno}}: {{percorso.presenza}}%");
        own.Table(["Competenza", "Livello"], [["{{competenze.nome}}", "{{competenze.livello}}"]]);
        await Upload("attestation", own.ToArray()).Expect(200);

        var attested = await Docx((await Make(new { internshipId = id, kind = "attestation" }).Expect(200)).Id);
        Assert.That(attested, Does.Contain("Attestato di").And.Contain("lavorare in squadra").And.Contain("con aiuto").And.Not.Contain("{{"));
        var fromTheDossier = TextOf((await As(Role.Educator).Get($"internships/{id}/attestation/document").Expect(200)).Bytes);
        Assert.That(fromTheDossier, Is.EqualTo(attested), "one source of fields, one template");
    }

    [Test]
    public async Task Papers_WhenMadeByTheTeam_NameThePersonInFullAndTheRegisterDoesNot()
    {
        var person = Given.Person("Intera");
        var code = ((dynamic)person["identifiers"]!).taxCode;
        var (who, forCase) = await Given.Case(person: person);
        var id = await Given.ActiveInternship(forCase, await Given.Host());
        Task<int> OpenedAddress() => Scalar<int>("select count(*) from shared_audit_entry where record_id = @who and purpose like 'disclose-addresses:%'", new { who });
        var address = await OpenedAddress();
        Task<int> Opened() => Scalar<int>("select count(*) from shared_audit_entry where record_id = @who and purpose like 'disclose-identifiers:%'", new { who });
        var before = await Opened();

        var project = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;
        Assert.That(await Docx(project), Does.Contain($"codice fiscale {code}").And.Contain("nata il").And.Contain("San Benedetto del Tronto"));
        Assert.That((await Opened(), await OpenedAddress()), Is.EqualTo((before + 1, address)), "who opened the tax code is logged; the address stays closed");
        Assert.That((await Papers(id)).Single()!["isCurrent"]!.GetValue<bool>(), Is.True);
        await Make(new { internshipId = id, kind = "project" }).Expect(200);
        Assert.That(await Opened(), Is.EqualTo(before + 1), "neither a list nor what is made already opens anything");

        Clock.Now = new(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "register", month = "2026-12" }).Expect(200)).Id), Does.Not.Contain((string)code).And.Contain("nata o nato il"));
        Assert.That((await Upload("register", Template("{{persona.nome}} {{persona.codice_fiscale}}")).Expect(422, "template.fields-unknown")).Text, Does.Contain("persona.codice_fiscale"));

        await InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync("update beneficiaries_person set birthplace = 'A462' where id = @who", new { who }, CancellationToken.None));
        Assert.That((await Papers(id)).First(paper => paper!["kind"]!.ToString() == "project")!["isCurrent"]!.GetValue<bool>(), Is.False, "a correction of the record makes the paper old");
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id), Does.Contain("Ascoli Piceno"));
    }

    [Test]
    public async Task Paper_OfAPersonWhoseTaxCodeIsNotKnown_HasALineToFill()
    {
        var person = Given.Person("Scodificata");
        person.Remove("identifiers");
        person.Remove("birthplace");
        var id = await Given.Proposal((await Given.Case(person: person)).Case, await Given.Host());

        Assert.That(await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id), Does.Contain("(________________), codice fiscale ________________"));
    }

    [Test]
    public void FundedHeader_IsTheEmblemOfTheUnion()
    {
        Assert.That(Regex.Count(FundedHeader.Svg, "Z"), Is.EqualTo(12), "twelve stars");
        Assert.That(FundedHeader.Svg, Does.Contain("M27 4L").And.Contain("Cofinanziato"), "the first one at the top");
    }

    [TestCase("12345678903", "codice fiscale 12345678903")]
    [TestCase(null, "codice fiscale ________________")]
    public async Task Project_ByWhatIsKnownOfTheCompany_HasItsTaxCodeOrALineToFill(string? vatNumber, string said)
    {
        var company = await Given.Company("Officina dei Codici", "crafts", vatNumber: vatNumber, permanentStaff: 14);
        var id = await Given.Proposal(await Given.CaseOf(), company);

        Assert.That(await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id), Does.Contain(said));

        var rule = (await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200))["rules"]!.AsArray().Single(one => one!["code"]!.ToString() == "internship.tax-codes")!;
        Assert.That((rule["outcome"]!.ToString(), rule["sentence"]!.ToString().Contains("azienda", StringComparison.Ordinal)), Is.EqualTo(("warns", vatNumber is null)));
    }

    [Test]
    public async Task Project_WhereFactsAreNotKnown_HasLinesToFillForWhatItNeedsAndNoEmptyLabels()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        var text = await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id);

        Assert.That(text, Does.Not.Match(@"(?m):\s*$").And.Not.Contain("Durata attestata da").And.Not.Contain("Chi segue il caso"), "what nobody needs is left out, and its label too");
        Assert.That(text, Does.Contain("Convenzione: n. ________________, dal ________________ al ________________").And.Contain("Posizione INAIL: ________________"), "what is needed is filled by hand");
    }

    [Test]
    public async Task Papers_WhenNothingIsWrittenYet_SayItOrLeaveALine()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);

        Assert.That(await Docx((await Make(new { internshipId = id, kind = "register", month = "2026-12" }).Expect(200)).Id), Does.Contain("Ore svolte nel mese: ________________"));
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "dossier" }).Expect(200)).Id), Does.Contain("nessun registro").And.Not.Match(@"(?m):\s*$"));
    }

    [Test]
    public async Task Convention_WhenMade_IsAPaperOfItsOwn()
    {
        var convention = await Given.Convention(await Given.Host(name: "Forno della Carta"));

        var made = await Make(new { conventionId = convention, kind = "convention" }).Expect(200);

        Assert.That(await Docx(made.Id), Does.Contain("Forno della Carta").And.Contain("91234567/22"));
        Assert.That((await As(Role.Educator).Get($"internship-papers?conventionId={convention}").Expect(200))["items"]!.AsArray(), Has.Count.EqualTo(1));
        await As(Role.Educator).Get("internship-papers").Expect(422);
    }

    [Test]
    public async Task Template_WhenTheServiceUploadsItsOwn_IsUsedUntilItIsTakenOut()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Modellini"), await Given.Host());

        await Upload("project", Template("Carta intestata di {{servizio.nome}} per {{persona.nome}}", "presso {{azienda.nome}}, dal {{tirocinio.dal}} al {{tirocinio.al}}: {{tirocinio.obiettivi}}")).Expect(200);
        var own = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;
        Assert.That(await Docx(own), Does.StartWith("Carta intestata di").And.Contain("Modellini"));
        var list = await As(Role.Administrator).Get("paper-templates").Expect(200);
        Assert.That(list["items"]!.AsArray().Single(one => one!["kind"]!.ToString() == "project")!["isOwn"]!.GetValue<bool>(), Is.True);
        Assert.That(list["items"]!.AsArray().Select(one => one!["fields"]!.AsArray().Count), Has.All.GreaterThan(10));
        Assert.That(TextOf((await As(Role.Administrator).Get("paper-templates/project/file").Expect(200)).Bytes), Does.Contain("{{persona.nome}}"));

        await As(Role.Administrator).Delete("paper-templates/project").Expect(204);
        await As(Role.Administrator).Delete("paper-templates/project").Expect(404);
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id), Does.Contain("Progetto formativo individuale"));
    }

    [Test]
    public async Task Template_WhenItIsNotRight_IsRefusedAndNothingChanges()
    {
        var unknown = await Upload("project", Template("{{persona.nomme}}")).Expect(422, "template.fields-unknown");
        var bare = await Upload("project", Template("Progetto formativo individuale")).Expect(422, "template.fields-missing");
        Assert.That(bare.Text, Does.Contain("{{persona.nome}}").And.Contain("{{tirocinio.dal}}").And.Contain("{{tirocinio.obiettivi}} o {{tirocinio.attivita}}"), "what this paper needs at least");
        Assert.That((await Upload("register", Template("Registro di {{persona.nome}} presso {{azienda.nome}}, {{mese.nome}}")).Expect(422, "template.fields-missing")).Text, Does.Contain("{{giorni.data}}, {{giorni.ore}}").And.Not.Contain("{{azienda.nome}}"));
        await Upload("project", Template("{{persona.nome")).Expect(422, "template.field-broken");
        await Upload("project", Given.Pdf, "modello.docx").Expect(422, "template.not-docx");
        await Upload("letter", Template("x")).Expect(404);
        await As(Role.Educator).Get("paper-templates").Expect(403);

        Assert.That(unknown.Text, Does.Contain("persona.nomme").And.Contain("persona.nome"));
        Assert.That(await Scalar<int>("select count(*) from internships_paper_template"), Is.Zero);
    }

    [Test]
    public async Task Papers_OfAnInternshipThatChangedOnTheWay_TellWhatChangedAndAMonthNamesWhomItHadThen()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host(), proposal => proposal with { HostTutor = "Paola Neri" });
        async Task Step(string step, object body, int status) => await As(Role.Educator).Post($"internships/{id}/{step}", body, ("If-Match", $"\"{(await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version}\"")).Expect(status);
        var promoter = (await As(Role.Educator).Get($"internships/{id}").Expect(200))["promoterTutorId"]!.ToString();
        Clock.Now = new(2027, 2, 20, 8, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(id, "2026-12");
        var project = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;
        var december = (await Make(new { internshipId = id, kind = "register", month = "2026-12" }).Expect(200)).Id;
        Assert.That(await Docx(project), Does.Not.Contain("Proroghe").And.Not.Contain("Modifiche").And.Not.Contain("Attestazione del"), "nothing happened, nothing is said");

        await Step("suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-14" }, 200);
        await Step("amendments", new
        {
            effectiveOn = "2027-02-01", weeklyHours = 20, workplace = "Serra nuova", hostTutor = "Giorgio Bianchi", promoterTutorId = promoter, reason = "Cura delle terapie",
            hours = new[] { "monday", "tuesday", "wednesday", "friday" }.Select(day => new { day, from = "09:00", to = "14:00" }),
        }, 204);
        await Step("extensions", new { endsOn = "2027-09-30", reason = "Serve altro tempo", attestedBy = "AST di Ascoli Piceno", attestedOn = "2027-02-10" }, 204);

        var amended = await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id);
        Assert.That(amended, Does.Contain("al 30/09/2027").And.Contain("per i giorni di sospensione").And.Contain("fino al 30/09/2027 (prima ").And.Contain("Attestazione del: 10/02/2027"));
        Assert.That(amended, Does.Contain("dal 01/02/2027: ore a settimana 20 (prima ").And.Contain("orario da lunedì a mercoledì 9:00\u2060–\u206014:00, venerdì 9:00\u2060–\u206014:00").And.Contain("luogo Serra nuova (prima ").And.Contain("tutor aziendale Giorgio Bianchi (prima Paola Neri)").And.Not.Contain("terapie").And.Not.Contain("Sospensioni"));
        var dossier = await Docx((await Make(new { internshipId = id, kind = "dossier" }).Expect(200)).Id);
        Assert.That(dossier, Does.Contain("Giorni di sospensione: 35").And.Contain("Sospensioni: dal 11/01/2027 al 14/02/2027").And.Contain("tutor aziendale Giorgio Bianchi").And.Not.Contain("malattia"));
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "register", month = "2027-01" }).Expect(200)).Id), Does.Contain("Il tutor aziendale, Paola Neri").And.Contain("sospeso"));
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "register", month = "2027-02" }).Expect(200)).Id), Does.Contain("Il tutor aziendale, Giorgio Bianchi"));
        Assert.That(await Docx(december), Does.Contain("Il tutor aziendale, Paola Neri"));
        Assert.That((await As(Role.Educator).Get($"internships/{id}/attendance/2026-12").Expect(200))["sheet"]!["hostTutor"]!.ToString(), Is.EqualTo("Paola Neri"), "who signed December");
        Assert.That((await As(Role.Educator).Get($"internships/{id}/attendance/2027-02").Expect(200))["sheet"]!["hostTutor"]!.ToString(), Is.EqualTo("Giorgio Bianchi"));
    }

    [Test]
    public async Task Dossier_WhileASuspensionHasNoEnd_CountsItsDaysUntilToday()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2027, 1, 20, 8, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2027-01-11" }, ("If-Match", $"\"{(await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version}\"")).Expect(200);

        Assert.That(await Docx((await Make(new { internshipId = id, kind = "dossier" }).Expect(200)).Id), Does.Contain("Giorni di sospensione: 10").And.Contain("Sospensioni: dal 11/01/2027, ancora in corso"));
    }

    [Test]
    public async Task Project_WhenAnAmendmentWaitsForItsDay_IsMadeAgainWithIt()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        await Make(new { internshipId = id, kind = "project" }).Expect(200);

        await As(Role.Educator).Post($"internships/{id}/amendments", new { effectiveOn = "2027-02-01", weeklyHours = 20, hostTutor = "Giorgio Bianchi", promoterTutorId = read["promoterTutorId"]!.ToString(), reason = "Da febbraio" }, ("If-Match", $"\"{read.Version}\"")).Expect(204);

        Assert.That((await Papers(id)).Single()!["isCurrent"]!.GetValue<bool>(), Is.False);
        Assert.That(await Docx((await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id), Does.Contain("Modifiche: dal 01/02/2027: ").And.Contain("tutor aziendale Giorgio Bianchi"));
    }

    [Test]
    public async Task Pdf_OfTheRegisterOfAFullMonth_IsOnePage()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(surname: "De Santis Bartolomei della Rovere"), await Given.Host(name: "Cooperativa sociale agricola «Le Querce di Montegranaro e Monte San Giusto» a responsabilità limitata"));
        Clock.Now = new(2027, 1, 20, 8, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(id, "2026-12");
        await Make(new { internshipId = id, kind = "project" }).Expect(200);
        var paper = (await Make(new { internshipId = id, kind = "register", month = "2026-12" }).Expect(200)).Id;

        var reply = await As(Role.Educator).Get($"internship-papers/{paper}/pdf");

        if (reply.Status == 503)
        {
            Assert.Ignore("There is no Chromium here.");
        }

        Assert.That(Regex.Count(Encoding.Latin1.GetString(reply.Bytes), @"/Type /Page\b(?!s)"), Is.EqualTo(1), "31 days and both signatures");
    }

    [Test]
    public async Task Pdf_WhenPrinted_IsTaggedAndInTheLanguageOfItsReaders()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Stampatelli"), await Given.Host());
        var paper = (await Make(new { internshipId = id, kind = "project" }).Expect(200)).Id;

        var reply = await As(Role.Educator).Get($"internship-papers/{paper}/pdf");

        if (reply.Status == 503)
        {
            Assert.Ignore("There is no Chromium here.");
        }

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text[..Math.Min(300, reply.Text.Length)]);
        var pdf = Encoding.Latin1.GetString(reply.Bytes);
        Assert.That(pdf, Does.StartWith("%PDF-").And.Contain("/StructTreeRoot").And.Contain("/MarkInfo").And.Contain("/Lang"));
        var left = Directory.GetDirectories(Path.GetTempPath(), "inclusion-print-*").Where(folder => File.Exists(Path.Combine(folder, "page.html")));
        Assert.That(left.Where(folder => File.ReadAllText(Path.Combine(folder, "page.html")).Contains("Stampatelli", StringComparison.Ordinal)), Is.Empty, "nothing of the person is left behind");
    }
}

/// <summary>A server without a browser.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class PaperWithoutBrowserTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?>? Settings => new Dictionary<string, string?> { ["Pdf:Chromium"] = "/nowhere/chromium" };

    [Test]
    public async Task Pdf_WhenThereIsNoChromium_SaysSoAndTheTextDocumentIsThere()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        var paper = (await As(Role.Educator).Post("internship-papers", new { internshipId = id, kind = "project" }).Expect(200)).Id;

        await As(Role.Educator).Get($"internship-papers/{paper}/pdf").Expect(503, "pdf.unavailable");
        await As(Role.Educator).Get($"internship-papers/{paper}/docx").Expect(200);
    }
}
