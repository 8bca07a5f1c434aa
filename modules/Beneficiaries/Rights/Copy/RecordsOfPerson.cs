using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.Selection;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What this module holds on a person whoever follows them: their file, what was proposed for them, their rights. Whoever asks has been let in to the person.</summary>
internal sealed class RecordsOfPerson(IDbSession db, IMediator mediator, SensitiveFields sensitive, JobSearchCopy jobSearch, BodyNames bodyNames, IColleagues colleagues, IAccessHistory history, MergedPeople merged)
{
    private const int MostAccesses = 5000;

    private const string SelectPerson = """
        select surname as Surname, name as Name, preferred_name as PreferredName, sex as Sex, gender as Gender, birth_date as BirthDate, birthplace as Birthplace, citizenship as Citizenship,
               education as Education, unemployed_since as UnemployedSince, minor_children as MinorChildren, single_parent as SingleParent, mobility as Mobility,
               wished_sectors as WishedSectors, registered_at as RegisteredAt, identifiers_cipher as Identifiers, contacts_cipher as Contacts, addresses_cipher as Addresses
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string SelectSections = "select section as Code, details_cipher as Cipher, changed_at as At from beneficiaries_person_section where beneficiary_id = @Id order by section";

    private const string SelectWork = "select details_cipher as Details, from_on as FromOn, to_on as ToOn from beneficiaries_work_experience where beneficiary_id = @Id order by from_on, id";

    private const string SelectAttestations = "select details_cipher as Details, valid_from as ValidFrom, valid_to as ValidTo from beneficiaries_attestation where beneficiary_id = @Id order by valid_from, id";

    private const string SelectEmergencies = "select user_id as UserId, reason_cipher as Reason, began_at as BeganAt from beneficiaries_emergency_access where beneficiary_id = @Id order by began_at, id";

    private const string SelectFormer = "select fields as Fields, former_cipher as Former, changed_at as ChangedAt, changed_by as ChangedBy from beneficiaries_rectification where beneficiary_id = @Id order by changed_at, id";

    private const string SelectDocuments = "select id as Id, title_cipher as Title, kind as Kind, valid_until as ValidUntil, added_at as AddedAt from beneficiaries_document where beneficiary_id = @Id order by added_at, id";

    private const string SelectCandidatures = """
        select d.id as Id, g.name as Programme, c.title as Selection, d.number as Number, d.body_cipher as Body, d.proposed_on as ProposedOn, d.consent_on as ConsentOn, d.consent_kind as ConsentKind,
               d.state as State, d.position as Position, d.points as Points, d.lines_cipher as Lines
        from   beneficiaries_candidate d
        join   beneficiaries_cohort c on c.id = d.cohort_id
        join   beneficiaries_programme g on g.id = c.programme_id
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.beneficiary_id = @Id or r.beneficiary_id = @Id
        order by d.created_at, d.id
        """;

    private const string SelectCandidateStory = """
        select e.candidate_id as CandidateId, e.kind as Kind, e.note_cipher as Note, e.happened_at as At
        from   beneficiaries_candidate_event e
        join   beneficiaries_candidate d on d.id = e.candidate_id
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.beneficiary_id = @Id or r.beneficiary_id = @Id
        order by e.happened_at, e.id
        """;

    private const string SelectGrants = """
        select p.name as Programme, g.line_title as Line, g.kind as Kind, g.from_on as FromOn, g.to_on as ToOn, g.cents as Cents, g.state as State, g.reason_cipher as Reason
        from   beneficiaries_grant g
        join   beneficiaries_programme p on p.id = g.programme_id
        where  g.beneficiary_id = @Id
        order by g.from_on, g.id
        """;

    private const string SelectParticipations = """
        select p.name as Programme, v.entered_on as EnteredOn, v.age as Age, v.education as Education, v.employment as Employment, v.long_term as LongTerm, v.rural as Rural, v.special_cipher as Special,
               v.left_on as LeftOn, v.situation as Situation, v.qualification as Qualification, v.six_months_situation as SixMonthsSituation, v.improved as Improved
        from   beneficiaries_participation v
        join   beneficiaries_programme p on p.id = v.programme_id
        where  v.beneficiary_id = @Id
        order by v.entered_on, v.id
        """;

    /// <summary>Adds the file: what a reader looks for first.</summary>
    public async Task AddFileAsync(Guid id, PersonCopy copy, CancellationToken ct)
    {
        var args = new { Id = id };
        var person = (await db.FindAsync<PersonRow>(SelectPerson, args, ct))!;
        copy.Add("registry", new("Anagrafica", "Registry"), [person with
        {
            Birthplace = Birthplaces.Find(person.Birthplace)?.Name ?? person.Birthplace, Identifiers = null, Contacts = null, Addresses = null,
        }]);
        copy.Add("identifiers", new("Codici", "Identifiers"), Some(sensitive.Open<PersonIdentifiers>(person.Identifiers)));
        copy.Add("contacts", new("Recapiti", "Contacts"), Some(sensitive.Open<PersonContacts>(person.Contacts)));
        copy.Add("addresses", new("Indirizzi", "Addresses"), Some(sensitive.Open<PersonAddresses>(person.Addresses)), PartWords.File);
        copy.Add("sections", new("Parti della scheda", "Sections of the file"), (await db.QueryAsync<SealedRow>(SelectSections, args, ct)).Select(row => new
        {
            Section = row.Code, Content = Part(row.Code, row.Cipher), row.At,
        }), PartWords.File);
        copy.Add("workExperiences", new("Lavori fatti", "Work done"), (await db.QueryAsync<WorkRow>(SelectWork, args, ct)).Select(row => new
        {
            row.FromOn, row.ToOn, Content = sensitive.Open<WorkExperienceDetails>(row.Details),
        }));
        var attestations = (await db.QueryAsync<AttestationRow>(SelectAttestations, args, ct)).Select(row => (Row: row, Details: sensitive.Open<AttestationDetails>(row.Details)!)).ToArray();
        var candidatures = await db.QueryAsync<CandidatureRow>(SelectCandidatures, args, ct);
        var bodies = await bodyNames.OfAsync([.. candidatures.Select(row => sensitive.OpenId(row.Body)), .. attestations.Select(one => one.Details.BodyId)], ct);
        copy.Add("attestations", new("Attestazioni", "Attestations"), attestations.Select(one => new
        {
            one.Details.Category, Body = bodies.GetValueOrDefault(one.Details.BodyId), one.Details.Number, one.Row.ValidFrom, one.Row.ValidTo,
        }));
        var story = (await db.QueryAsync<CandidateStoryRow>(SelectCandidateStory, args, ct)).ToLookup(row => row.CandidateId);
        copy.Add("candidatures", new("Candidature ai programmi", "Candidatures for programmes"), candidatures.Select(row => new
        {
            row.Programme, row.Selection, row.Number, Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), row.ProposedOn, row.ConsentOn, row.ConsentKind, row.State, row.Position, row.Points,
            Explanation = sensitive.Open<FrozenLines>(row.Lines), Story = story[row.Id].Select(one => new { one.Kind, one.At, Note = sensitive.OpenText(one.Note) }).ToArray(),
        }), PartWords.Selection);
        copy.Add("participations", new("Partecipazione a programmi", "Participation in programmes"), (await db.QueryAsync<ParticipationRow>(SelectParticipations, args, ct)).Select(row => new
        {
            row.Programme, row.EnteredOn, row.Age, row.Education, row.Employment, row.LongTerm, row.Rural, Answers = sensitive.Open<SpecialAnswers>(row.Special), row.LeftOn, row.Situation, row.Qualification, row.SixMonthsSituation, row.Improved,
        }), PartWords.Participation);
        copy.Add("grants", new("Doti e contributi assegnati", "Dowries and contributions"), (await db.QueryAsync<GrantRow>(SelectGrants, args, ct)).Select(row => new
        {
            row.Programme, row.Line, row.Kind, row.FromOn, row.ToOn, row.Cents, row.State, Reason = sensitive.OpenText(row.Reason),
        }), PartWords.Grants);
    }

    /// <summary>Adds curricula, consents and marks, corrections, documents and who read what, which stands at the end.</summary>
    public async Task AddRightsAsync(Guid id, PersonCopy copy, CancellationToken ct)
    {
        var args = new { Id = id };
        var names = await colleagues.NamesAsync(ct);
        string Who(Guid account) => names.GetValueOrDefault(account, "–");

        await jobSearch.AddOfPersonAsync(id, copy, Who, ct);
        var rights = await mediator.Send(new GetRights(id), ct);
        copy.Add("consents", new("Consensi", "Consents"), rights.Consents);
        copy.Add("marks", new("Opposizioni e limitazioni", "Objections and restrictions"), rights.Marks);
        copy.Add("rectifications", new("Rettifiche", "Corrections"), (await db.QueryAsync<FormerRow>(SelectFormer, args, ct)).Select(row => new
        {
            At = row.ChangedAt, By = Who(row.ChangedBy), Fields = row.Fields.Split(','),
            Former = sensitive.Open<Dictionary<string, string?>>(row.Former)!.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => SealedParts.Read(field.Key, field.Value!)),
        }));
        var documents = await db.QueryAsync<DocumentRow>(SelectDocuments, args, ct);
        copy.Add("documents", new("Elenco dei documenti", "List of documents"), documents.Select(row => new { Title = sensitive.OpenText(row.Title), row.Kind, row.ValidUntil, AddedOn = row.AddedAt.InItaly() }));
        foreach (var document in documents)
        {
            copy.Add(new CopiedFile(document.Id, "documents"));
        }

        copy.Add("emergencyAccesses", new("Accessi di emergenza", "Emergency accesses"), (await db.QueryAsync<EmergencyRow>(SelectEmergencies, args, ct)).Select(row => new
        {
            At = row.BeganAt, By = Who(row.UserId), Reason = sensitive.OpenText(row.Reason),
        }));
        copy.Add("mergedRecords", new("Schede unite a questa", "Records merged into this one"), (await merged.FormerAsync(id, ct)).Select(former => new
        {
            former.MergedAt, By = Who(former.MergedBy), Reason = sensitive.OpenText(former.Reason), former.Surname, former.Name, former.BirthDate, Identifiers = Part("identifiers", former.Identifiers),
            Contacts = Part("contacts", former.Contacts), Addresses = Part("addresses", former.Addresses),
            Sections = former.Sections.Select(section => new { Section = section.Code, Content = Part(section.Code, section.Cipher) }).ToArray(),
        }));
        copy.Add("accesses", new("Chi ha letto o cambiato i dati", "Who read or changed the data"), (await history.OfAsync("beneficiary", await merged.OneAsync(id, ct), null, MostAccesses, ct)).Select(access => new
        {
            access.At, By = names.GetValueOrDefault(access.ActorId) ?? access.ActorKind.Code(), access.Kind, access.Purpose,
        }), PartWords.Accesses);
    }

    private object? Part(string code, string? cipher) => sensitive.OpenText(cipher) is { } json ? SealedParts.Read(code, json) : null;

    private static object[] Some(object? record) => record is null ? [] : [record];

    private sealed record PersonRow(
        string Surname, string Name, string? PreferredName, string Sex, string Gender, DateOnly BirthDate, string? Birthplace, string? Citizenship, string? Education, DateOnly? UnemployedSince,
        int? MinorChildren, bool? SingleParent, string? Mobility, string? WishedSectors, DateTimeOffset RegisteredAt, string? Identifiers, string? Contacts, string? Addresses);

    private sealed record SealedRow(string Code, string Cipher, DateTimeOffset At);

    private sealed record WorkRow(string Details, DateOnly FromOn, DateOnly? ToOn);

    private sealed record AttestationRow(string Details, DateOnly ValidFrom, DateOnly? ValidTo);

    private sealed record CandidatureRow(
        Guid Id, string Programme, string Selection, int Number, string Body, DateOnly ProposedOn, DateOnly ConsentOn, string ConsentKind, string State, int? Position, int? Points, string? Lines);

    private sealed record CandidateStoryRow(Guid CandidateId, string Kind, string? Note, DateTimeOffset At);

    private sealed record ParticipationRow(
        string Programme, DateOnly EnteredOn, int Age, string? Education, string Employment, bool? LongTerm, string? Rural, string? Special, DateOnly? LeftOn, string? Situation, bool? Qualification,
        string? SixMonthsSituation, bool? Improved);

    private sealed record GrantRow(string Programme, string Line, string Kind, DateOnly FromOn, DateOnly ToOn, long Cents, string State, string? Reason);

    private sealed record EmergencyRow(Guid UserId, string Reason, DateTimeOffset BeganAt);

    private sealed record FormerRow(string Fields, string Former, DateTimeOffset ChangedAt, Guid ChangedBy);

    private sealed record DocumentRow(Guid Id, string Title, string Kind, DateOnly? ValidUntil, DateTimeOffset AddedAt);
}
