namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

/// <summary>What tests of pay lists have in common: an internship that a programme pays, and the steps of a list.</summary>
internal abstract class PayListTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Allowances:Payer:Name"] = "Cooperativa di prova",
        ["Allowances:Payer:Iban"] = "IT60X0542811101000000123456",
        ["Allowances:Payer:Town"] = "San Benedetto del Tronto",
        ["Allowances:Payer:TaxCode"] = "00488410010",
        ["Allowances:Payer:CbiCode"] = "ABCD1234",
    };

    /// <summary>Somebody whose internship of six months began on 30 November, looked at on 4 January.</summary>
    protected async Task<(Guid Person, Guid Internship)> Running(Guid programme, Guid? scheme = null, bool kept = false, bool account = true, string bodyKind = "socialAmbit")
    {
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (person, forCase) = await Given.Case(bodyKind: bodyKind);
        var internship = await Given.ActiveInternship(forCase, await Given.Host(), proposal => Given.Paid(proposal, scheme));
        await Given.Assigned(internship, programme, scheme, kept);
        if (account)
        {
            await Given.Account(person);
        }

        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        return (person, internship);
    }

    /// <summary>The programme has so much for allowances from now on.</summary>
    protected async Task Budgeted(Guid programme, long cents)
    {
        var read = await As(Role.Coordinator).Get($"programmes/{programme}").Expect(200);
        await As(Role.Coordinator).Put($"programmes/{programme}", new
        {
            name = read["name"]!.ToString(), kind = "fsePlus", leadBodyId = read["leadBody"]!["id"]!.GetValue<Guid>(), startsOn = "2026-01-01", endsOn = "2027-12-31",
            lines = new[] { new { kind = "allowances", title = "Indennità", cents } },
        }, read.Version).Expect(204);
    }

    protected Task<Reply> Make(Guid programme, string month = "2026-12") => As(Role.Coordinator).Post("allowance-runs", new { programmeId = programme, month });

    protected async Task<Reply> Read(Guid run) => await As(Role.Coordinator).Get($"allowance-runs/{run}").Expect(200);

    protected async Task<Reply> Step(Guid run, string step, Role role = Role.Coordinator, object? body = null, int? version = null)
    {
        var at = version ?? (await Read(run)).Version;
        return await As(role).Post($"allowance-runs/{run}/{step}", body, ("If-Match", $"\"{at}\""));
    }

    protected async Task<Guid> Frozen(Guid programme, string month = "2026-12")
    {
        var run = (await Make(programme, month).Expect(201)).Id;
        await Step(run, "submission").Expect(204);
        await Step(run, "approval", Role.Administrator, new { }).Expect(204);
        return run;
    }

    protected async Task<System.Text.Json.Nodes.JsonNode> OnlyPayment(Guid run) => (await As(Role.Coordinator).Get($"allowance-runs/{run}/payments").Expect(200)).Items.Single()!;
}
