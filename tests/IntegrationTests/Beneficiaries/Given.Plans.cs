namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>A draft that can be signed: one internship, one group meeting to go to twice, one coaching.</summary>
    public static object PlanDraft(string objective = "Riprendere un ritmo riservatissimo", string? reviewOn = "2027-01-15") => new
    {
        wishes = "Lavorare in cucina",
        reviewOn,
        needs = new[]
        {
            new
            {
                area = "work", text = "Un lavoro che duri", objectives = new[]
                {
                    new
                    {
                        text = objective, measure = "Presente quattro giorni su cinque per un mese", dueOn = "2027-05-31", actions = new object[]
                        {
                            new { kind = "internship", text = "Tirocinio in una cucina", by = "person", dueOn = "2027-05-29" },
                            new { kind = "groupMeeting", text = "Incontri sul lavoro", by = "other", who = "Sportello", dueOn = "2027-02-28", times = 2 },
                            new { kind = "coaching", text = "Incontri con il coach", by = "person", dueOn = "2027-03-31" },
                        },
                    },
                },
            },
        },
    };

    /// <summary>A draft of a plan.</summary>
    public async Task<Guid> Plan(Guid caseId, object? draft = null)
    {
        var educator = await As(Role.Educator);
        var id = (await educator.Post($"cases/{caseId}/plans").Expect(201)).Id;
        await educator.Put($"cases/{caseId}/plans/{id}", draft ?? PlanDraft(), (await educator.Get($"cases/{caseId}/plans/{id}").Expect(200)).Version).Expect(204);
        return id;
    }

    /// <summary>A plan that the educator and the person signed.</summary>
    public async Task<Guid> PlanInForce(Guid caseId, string typedName)
    {
        var educator = await As(Role.Educator);
        var id = await Plan(caseId);
        await educator.Post($"cases/{caseId}/plans/{id}/signatures", new { signerIds = new[] { await IdOf(educator) } }, ("If-Match", "\"2\"")).Expect(204);
        await educator.Post($"cases/{caseId}/plans/{id}/signature", null, ("If-Match", "\"3\"")).Expect(204);
        await educator.Post($"cases/{caseId}/plans/{id}/person-signature", new { typedName, confirmed = true }, ("If-Match", "\"3\"")).Expect(204);
        return id;
    }
}
