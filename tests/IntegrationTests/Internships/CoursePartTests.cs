using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>What the tests of an internship's course share. Internships run from 30 November 2026 to 29 May 2027.</summary>
internal abstract class CoursePartTests(Engine engine) : SliceTests(engine)
{
    protected async Task<JsonNode> Read(Guid id) => JsonNode.Parse((await As(Role.Educator).Get($"internships/{id}").Expect(200)).Text)!;

    protected async Task<string> StageOf(Guid id) => (await Read(id))["stage"]!.ToString();

    protected async Task<Reply> Do(Guid id, string step, object body, int status, string? code = null)
    {
        var version = (int)(await Read(id))["version"]!;
        return await As(Role.Educator).Post($"internships/{id}/{step}", body, ("If-Match", $"\"{version}\"")).Expect(status, code);
    }

    protected async Task<Guid> Running(string day = "2027-02-01")
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = DateTimeOffset.Parse($"{day}T09:00:00Z", null);
        return id;
    }

    protected static Dictionary<string, string?> FieldsOf(Reply sheet) =>
        sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());
}
