using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace InclusionPlatform.Api.Http;

/// <summary>What systems send and get, as they would: a test sends the examples and compares the answers.</summary>
internal static class ApiExamples
{
    private const string Json = "application/json";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["postOpportunity"] = """
            {
              "externalReference": "CPI-2026-0417",
              "kind": "job",
              "title": "Aiuto cuoca o aiuto cuoco",
              "description": "Preparazione dei pasti di una mensa scolastica.\n\nSi lavora in gruppo, dal lunedì al venerdì.",
              "organiser": "Mensa di Prova srl",
              "municipality": "San Benedetto del Tronto",
              "contractType": "Tempo determinato, sei mesi",
              "hours": "24 ore a settimana, al mattino",
              "requirements": "Attestato HACCP",
              "applyEmail": "lavoro@mensa.example",
              "deadline": "2099-12-31",
              "positions": 2
            }
            """,
    };

    private static readonly Dictionary<(string Operation, string Status), string> Answers = new()
    {
        [("postOpportunity", "201")] = """{ "id": "01a22ca9-0234-7229-89ef-5fe14b29040e", "state": "proposed", "updated": false }""",
        [("postOpportunity", "200")] = """{ "id": "01a22ca9-0234-7229-89ef-5fe14b29040e", "state": "proposed", "updated": true }""",
        [("issueAccessToken", "200")] = """{ "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…", "token_type": "Bearer", "expires_in": 600, "scope": "opportunities:write" }""",
        [("getAnnualReport", "200")] = """
            {
              "year": 2024, "internshipsActivated": 95, "internshipsForWomen": 35, "internshipsFromAddictionServices": 70, "internshipsLeftOut": 0,
              "internshipsBySector": [{ "sector": "catering", "count": 18 }, { "sector": "logistics", "count": null }],
              "bodiesInvolved": 109, "companiesInBank": 267, "courses": 11, "coursesWithGuaranteedJob": 4, "trainingHours": 488, "trainingParticipants": 98, "hiredAfterTraining": 8,
              "lastBulletinNumber": 611, "bulletinAddresses": 986, "suppressed": ["internshipsBySector.logistics"]
            }
            """,
    };

    /// <summary>Puts them where they belong.</summary>
    public static void Add(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id)
        {
            return;
        }

        if (Bodies.TryGetValue(id, out var body) && operation.RequestBody?.Content is { } contents && contents.TryGetValue(Json, out var sent))
        {
            sent.Example = JsonNode.Parse(body);
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (Answers.TryGetValue((id, status), out var example) && answer.Content is { } contained && contained.TryGetValue(Json, out var got))
            {
                got.Example = JsonNode.Parse(example);
            }
        }
    }
}
