namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>What the form of a job search sends.</summary>
    public static Dictionary<string, object?> JobPath(Guid caseId, Guid userId) => new()
    {
        ["caseId"] = caseId,
        ["userId"] = userId,
        ["openedOn"] = "2026-11-10",
        ["target"] = new { municipalities = new[] { "044066" }, provinces = new[] { "AP" }, sectors = new[] { "catering" }, duties = "Aiuto cuoco riservatissimo", weeklyHours = 24, times = "Mattina" },
        ["goals"] = "Dieci candidature al mese",
        ["sessions"] = 6,
    };

    /// <summary>A person with a case and an open job search, followed by the educator.</summary>
    public async Task<(Guid Person, Guid Case, Guid Path)> JobSearch(Dictionary<string, object?>? person = null, string bodyKind = "socialAmbit")
    {
        var educator = await As(Role.Educator);
        var (personId, caseId) = await Case(person: person, bodyKind: bodyKind);
        return (personId, caseId, (await educator.Post("job-search-paths", JobPath(caseId, await IdOf(educator))).Expect(201)).Id);
    }

    /// <summary>A session of a job search.</summary>
    public async Task<Guid> JobSession(Guid path, string on = "2026-11-20", string at = "10:00", string way = "inPerson")
    {
        var educator = await As(Role.Educator);
        return (await educator.Post($"job-search-paths/{path}/sessions", new { way, on, at, minutes = 60, userId = await IdOf(educator), place = "Sportello segretissimo" }).Expect(201)).Id;
    }

    /// <summary>The person agrees that one writes in their place.</summary>
    public async Task ConsentToApplications(Guid person) => await (await As(Role.Educator)).Post(
        $"beneficiaries/{person}/consents", new { purpose = "applicationsOnBehalf", textVersion = "2026-1", givenOn = "2026-11-10", proof = "paperArchive" }).Expect(201);

    /// <summary>A version of the person's curriculum.</summary>
    public async Task<Guid> Cv(Guid path) => (await (await As(Role.Educator)).Post($"job-search-paths/{path}/cvs", new { headline = "Aiuto cuoco", profile = "Puntuale.", showPhone = true, showEmail = true }).Expect(201)).Id;

    /// <summary>What the form of an application by mail sends.</summary>
    public static Dictionary<string, object?> Application(Guid cv, string opening = "other", Guid? openingId = null, string duty = "Aiuto cuoco") => new()
    {
        ["opening"] = opening, ["openingId"] = openingId, ["employer"] = opening == "other" ? "Osteria Segretissima" : null, ["duty"] = duty, ["channel"] = "email", ["email"] = "ufficio@osteria.example",
        ["text"] = "Buongiorno,\nin allegato il curriculum di una persona interessata.", ["cvId"] = cv, ["attachAs"] = "docx",
    };
}
