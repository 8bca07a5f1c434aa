using System.Globalization;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    private static int conventions;

    /// <summary>A company of the Marche that hosts.</summary>
    public Task<Guid> Host(int? staff = 14, string sector = "catering", string? name = null) => Company(name, sector, permanentStaff: staff);

    /// <summary>An open case of the educator.</summary>
    public async Task<Guid> CaseOf(string? surname = null, string name = "Gioiosa") => (await Case(person: Person(surname, name))).Case;

    /// <summary>A convention in force with the company, insurance included.</summary>
    public async Task<Guid> Convention(Guid company, string validFrom = "2026-01-01", string validTo = "2028-12-31")
    {
        var number = $"{Interlocked.Increment(ref conventions).ToString(CultureInfo.InvariantCulture)}/2026";
        var reply = await (await As(Role.Educator)).Post("conventions", new
        {
            companyId = company, number, signedOn = string.CompareOrdinal(validTo, "2026-01-01") < 0 ? validFrom : "2026-01-01", validFrom, validTo, inailPosition = "91234567/22", liabilityPolicy = "RC 555/2026",
        }).Expect(201);
        return reply.Id;
    }

    /// <summary>A proposal from Monday 30 November for six months, lawful but for the papers.</summary>
    public async Task<Guid> Proposal(Guid forCase, Guid company, Func<Proposal, Proposal>? change = null)
    {
        var proposal = change?.Invoke(new Proposal(forCase, company)) ?? new Proposal(forCase, company);
        return (await (await As(Role.Educator)).Post("internships", proposal).Expect(201)).Id;
    }

    /// <summary>A proposal of which nothing would be a blank on the project that is signed.</summary>
    public async Task<Guid> ProposalToSign(Guid forCase, Guid company, Func<Proposal, Proposal>? change = null)
    {
        var proposal = new Proposal(forCase, company) { ConventionId = await Convention(company) };
        return (await (await As(Role.Educator)).Post("internships", change?.Invoke(proposal) ?? proposal).Expect(201)).Id;
    }

    /// <summary>A proposal with all its papers: it can start.</summary>
    public async Task<Guid> ReadyInternship(Guid forCase, Guid company, Func<Proposal, Proposal>? change = null)
    {
        var id = await Proposal(forCase, company, change);
        await Papers(id, company);
        return id;
    }

    public async Task Papers(Guid internship, Guid company, Func<Papers, Papers>? change = null)
    {
        var papers = new Papers(await Convention(company));
        var educator = await As(Role.Educator);
        var version = (await educator.Get($"internships/{internship}").Expect(200)).Version;
        await educator.Put($"internships/{internship}/documents", change?.Invoke(papers) ?? papers, version).Expect(204);
    }

    /// <summary>An internship that runs.</summary>
    public async Task<Guid> ActiveInternship(Guid forCase, Guid company, Func<Proposal, Proposal>? change = null)
    {
        var id = await ReadyInternship(forCase, company, change);
        await (await As(Role.Educator)).Post($"internships/{id}/activation").Expect(200);
        return id;
    }
}

/// <summary>What the form sends.</summary>
internal sealed record Proposal(Guid? CaseId, Guid? CompanyId)
{
    public string? Kind { get; init; } = "extracurricular";

    public string? Modulation { get; init; } = "supportToPlacement";

    public string? StartsOn { get; init; } = "2026-11-30";

    public string? EndsOn { get; init; } = "2027-05-29";

    public decimal? WeeklyHours { get; init; } = 25;

    public string? Duties { get; init; } = "Aiuto in laboratorio e confezionamento";

    public string? Objectives { get; init; } = "Riprendere un ritmo di lavoro";

    public string? HostType { get; init; }

    public string? Region { get; init; } = "Marche";

    public string? HostTutor { get; init; } = "Paola Neri";

    public string? CaseManager { get; init; }

    public string? HostWork { get; init; }

    public string? HostWorkEndedOn { get; init; }

    public Guid? PromoterTutorId { get; init; }

    public Guid? ConventionId { get; init; }

    public long? AllowanceCents { get; init; } = 40000;

    public object[]? Hours { get; init; }

    public string? Payer { get; init; }

    public Guid? DraftId { get; init; }

    public string? SafetyRisk { get; init; } = "low";

    public int? SafetyGeneralHours { get; init; } = 4;

    public int? SafetySpecificHours { get; init; } = 4;

    /// <summary>Long before the first day of any of the tests' internships: whoever moves the start need not think of it.</summary>
    public string? SafetyOn { get; init; } = "2020-01-15";

    public string? SafetyBy { get; init; } = "RSPP della ditta";
}

/// <summary>The papers of an internship that starts on 30 November.</summary>
internal sealed record Papers(Guid? ConventionId)
{
    public string? SignedByPersonOn { get; init; } = "2026-11-20";

    public string? SignedByHostOn { get; init; } = "2026-11-20";

    public string? SignedByPromoterOn { get; init; } = "2026-11-20";

    public string? CommunicationProtocol { get; init; } = "0001234";

    public string? CommunicationSentOn { get; init; } = "2026-11-23";

    public string? HostDeclaredOn { get; init; } = "2026-11-19";

    public string? AttestedBy { get; init; }

    public string? AttestedOn { get; init; }
}
