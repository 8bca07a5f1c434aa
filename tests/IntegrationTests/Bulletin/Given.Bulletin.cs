using System.Globalization;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>What an opportunity says, when it does not matter what.</summary>
    public static Dictionary<string, object?> Offer(string title = "Aiuto cuoco", string? deadline = "2026-12-31") => new()
    {
        ["kind"] = "job",
        ["title"] = title,
        ["description"] = "Cerchiamo una persona **volenterosa** per la cucina.",
        ["organiser"] = "Trattoria Prova",
        ["municipality"] = "Grottammare (AP)",
        ["contractType"] = "tempo determinato",
        ["hours"] = "20 ore la settimana",
        ["applyEmail"] = "ufficio@trattoria.example",
        ["deadline"] = deadline,
        ["positions"] = 2,
    };

    public async Task<Guid> DraftOpportunity(string title = "Aiuto cuoco", string? deadline = "2026-12-31") =>
        (await (await As(Role.BulletinEditor)).Post("opportunities", Offer(title, deadline)).Expect(201)).Id;

    public async Task<Guid> PublishedOpportunity(string title = "Aiuto cuoco", string? deadline = "2026-12-31")
    {
        var id = await DraftOpportunity(title, deadline);
        await (await As(Role.BulletinEditor)).Post($"opportunities/{id}/publication").Expect(200);
        return id;
    }

    public async Task<int> Edition(params Guid[] opportunities)
    {
        var sections = new[] { new { title = "Lavoro", opportunityIds = opportunities } };
        var created = await (await As(Role.BulletinEditor)).Post("bulletin/editions", new { title = "Bollettino lavoro", intro = "Buona settimana a **tutti**.", sections }).Expect(201);
        return created["number"]!.GetValue<int>();
    }

    /// <summary>An edition that goes out in an hour.</summary>
    public async Task<int> ScheduledEdition(DateTimeOffset now)
    {
        var number = await Edition(await PublishedOpportunity());
        await (await As(Role.BulletinEditor)).Post($"bulletin/editions/{number}/schedule", new { at = now.AddHours(1) }).Expect(200);
        return number;
    }

    public async Task<Guid> Subscriber(string email) => (await (await As(Role.BulletinEditor)).Post("bulletin/subscribers", new
    {
        email,
        consentSource = "modulo firmato allo sportello",
        consentOn = "2026-11-20",
        consentText = "Acconsento a ricevere il bollettino.",
    }).Expect(201)).Id;

    public async Task Subscribers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Subscriber(string.Create(CultureInfo.InvariantCulture, $"iscritto{number}@posta.example"));
        }
    }
}
