namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>A programme of two years whose lead body proposes, with its lead body.</summary>
    public async Task<(Guid Programme, Guid Body)> FundedProgramme(string[]? categories = null, string endsOn = "2027-12-31", object[]? lines = null)
    {
        var body = await ReferringBody();
        var made = await (await As(Role.Coordinator)).Post("programmes", new
        {
            name = $"Programma {Guid.NewGuid():N}", kind = "fsePlus", leadBodyId = body, startsOn = "2026-01-01", endsOn, categories, lines = lines ?? [new { kind = "allowances", title = "Indennità", cents = 100_000_00 }],
        }).Expect(201);
        return (made.Id, body);
    }

    /// <summary>A selection with its criteria declared.</summary>
    public async Task<Guid> Cohort(Guid programme, int places, params object[] criteria)
    {
        var coordinator = await As(Role.Coordinator);
        var cohort = (await coordinator.Post($"programmes/{programme}/cohorts", new { title = "Prima selezione", places }).Expect(201)).Id;
        if (criteria.Length > 0)
        {
            await coordinator.Put($"programmes/{programme}/cohorts/{cohort}", SelectionOf(places, criteria), 1).Expect(204);
        }

        return cohort;
    }

    /// <summary>What the declaration sends.</summary>
    public static object SelectionOf(int places, object[] criteria, string[]? tieBreaks = null) => new
    {
        title = "Prima selezione", places, note = "Verbale del tavolo di coordinamento", criteria, tieBreaks = tieBreaks ?? ["moreMinorChildren", "earlierProposed"],
    };

    /// <summary>A candidate from the file.</summary>
    public async Task<Guid> Candidate(Guid programme, Guid body, Guid person, ApiUser? by = null) =>
        (await (by ?? await As(Role.Educator)).Post($"programmes/{programme}/candidates", Candidature(body, person)).Expect(201)).Id;

    /// <summary>What the proposal of somebody sends.</summary>
    public static object Candidature(Guid body, Guid? person = null, Guid? referral = null, bool somebodyElse = false) => new
    {
        beneficiaryId = person, referralId = referral, bodyId = body, proposedOn = "2026-11-20", consentOn = "2026-11-19", consentKind = "signed", somebodyElse,
    };

    /// <summary>Fixes the ranking as it stands.</summary>
    public async Task Freeze(Guid programme, Guid? cohort = null)
    {
        var coordinator = await As(Role.Coordinator);
        var ranking = await coordinator.Get($"programmes/{programme}/ranking?cohortId={cohort}").Expect(200);
        await coordinator.Post($"programmes/{programme}/ranking/minutes", Minutes(cohort), ("If-Match", $"\"{ranking.Version}\"")).Expect(200);
    }

    /// <summary>What closing the ranking sends.</summary>
    public static object Minutes(Guid? cohort = null) => new
    {
        cohortId = cohort, heldOn = "2026-11-23", members = new[] { new { name = "Dott.ssa Commissaria", body = "Ambito" } }, text = "Verbale riservatissimo della commissione",
    };
}
