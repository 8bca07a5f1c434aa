using InclusionPlatform.Api.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Opportunities;

/// <summary>An employment centre sends its offers with a token of its own.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ClientOpportunityTests(Engine engine) : SliceTests(engine)
{
    private const string InsertClient = """
        insert into access_api_client (id, client_id, name, secret_hash, scopes, created_at, created_by)
        values (@Id, @ClientId, @Name, @Hash, @Scopes, @Now, @Id)
        """;

    [Test]
    public async Task Post_WhenEmploymentCentreSendsAnOffer_EditorFindsItToReviewWithItsSource()
    {
        var centre = await ClientAsync("opportunities:write opportunities:read");

        var posted = await centre.Post("opportunities", Offer("CPI-1")).Expect(201);

        Assert.That(posted["state"]!.ToString(), Is.EqualTo("proposed"));
        var found = await As(Role.BulletinEditor).Get("opportunities?state=proposed").Expect(200);
        Assert.That(found.Ids, Is.EqualTo(new[] { posted.Id }));
        Assert.That(found.Items[0]!["source"]!.ToString(), Is.EqualTo("CPI di prova"));
        await Anonymous.Get($"public/opportunities/{posted.Id}").Expect(404);
    }

    [Test]
    public async Task Post_WhenTheDeadlineIsPast_IsRefusedAtTheField()
    {
        var centre = await ClientAsync("opportunities:write opportunities:read");
        var offer = Given.Offer("Scaduta", "2020-01-01");

        Assert.That((await centre.Post("opportunities", offer).Expect(422)).CodesOf("deadline"), Is.EqualTo(new[] { "opportunity.deadline-past" }));
    }

    [Test]
    public async Task Post_WhenReferenceIsRepeated_CorrectsUntilTheEditorHasDecided()
    {
        var centre = await ClientAsync("opportunities:write opportunities:read");
        var id = (await centre.Post("opportunities", Offer("CPI-1")).Expect(201)).Id;

        var again = await centre.Post("opportunities", Offer("CPI-1", "Titolo corretto")).Expect(200);
        Assert.That(again.Id, Is.EqualTo(id));
        Assert.That((await As(Role.BulletinEditor).Get($"opportunities/{id}").Expect(200))["title"]!.ToString(), Is.EqualTo("Titolo corretto"));

        await As(Role.BulletinEditor).Post($"opportunities/{id}/rejection", new { reason = "" }).Expect(422);
        await As(Role.BulletinEditor).Post($"opportunities/{id}/rejection", new { reason = "Manca il datore di lavoro" }).Expect(200);
        await centre.Post("opportunities", Offer("CPI-1", "Di nuovo")).Expect(409, "opportunity.reference-taken");
        Assert.That((await centre.Get($"opportunities/{id}").Expect(200))["reason"]!.ToString(), Is.EqualTo("Manca il datore di lavoro"));
    }

    [Test]
    public async Task Client_WhenOfferIsNotItsOwn_NeitherSeesNorChangesIt()
    {
        var centre = await ClientAsync("opportunities:write opportunities:read");
        var other = await ClientAsync("opportunities:write opportunities:read");
        var id = (await centre.Post("opportunities", Offer("CPI-1")).Expect(201)).Id;
        var same = await other.Post("opportunities", Offer("CPI-1")).Expect(201);

        await other.Get($"opportunities/{id}").Expect(404);
        await other.Put($"opportunities/{id}", Offer("CPI-1"), 1).Expect(404);
        await other.Post($"opportunities/{id}/withdrawal").Expect(404);
        Assert.That((await other.Get("opportunities").Expect(200)).Ids, Is.EqualTo(new[] { same.Id }));
        await centre.Post($"opportunities/{id}/withdrawal").Expect(200);
    }

    [Test]
    public async Task Client_WhenScopeIsMissingOrStepIsTheEditors_IsRefused()
    {
        var reader = await ClientAsync("opportunities:read");
        var centre = await ClientAsync("opportunities:write");
        var id = (await centre.Post("opportunities", Offer("CPI-1")).Expect(201)).Id;

        await reader.Post("opportunities", Offer("CPI-2")).Expect(403);
        await centre.Post($"opportunities/{id}/publication").Expect(403);
        await centre.Get("bulletin/subscribers").Expect(403);
    }

    [Test]
    public async Task Client_WhenItMayOnlyWrite_ReadsItsOwnOffersAndNoOthers()
    {
        var centre = await ClientAsync("opportunities:write");
        var other = await ClientAsync("opportunities:write opportunities:read");
        var mine = (await centre.Post("opportunities", Offer("CPI-1")).Expect(201)).Id;
        var refused = (await centre.Post("opportunities", Offer("CPI-2")).Expect(201)).Id;
        await As(Role.BulletinEditor).Post($"opportunities/{refused}/rejection", new { reason = "Manca il datore di lavoro" }).Expect(200);
        var published = (await other.Post("opportunities", Offer("CPI-1", "Di un altro centro")).Expect(201)).Id;
        await As(Role.BulletinEditor).Post($"opportunities/{published}/publication").Expect(200);
        var written = (await As(Role.BulletinEditor).Post("opportunities", Given.Offer("Della redazione")).Expect(201)).Id;
        await As(Role.BulletinEditor).Post($"opportunities/{written}/publication").Expect(200);

        var read = await centre.Get($"opportunities/{mine}").Expect(200);
        Assert.That((read["externalReference"]!.ToString(), read["state"]!.ToString()), Is.EqualTo(("CPI-1", "proposed")));
        Assert.That((await centre.Get($"opportunities/{refused}").Expect(200))["reason"]!.ToString(), Is.EqualTo("Manca il datore di lavoro"));
        await centre.Put($"opportunities/{mine}", Offer("CPI-1", "Corretta"), read.Version).Expect(204);
        var list = await centre.Get("opportunities?total=true").Expect(200);
        Assert.That(list.Ids, Is.EquivalentTo(new[] { mine, refused }));
        Assert.That((int)list["total"]!, Is.EqualTo(2), "what is not its own is not counted either");
        Assert.That((await centre.Get("opportunities?state=published").Expect(200)).Items, Is.Empty);
        await centre.Get($"opportunities/{published}").Expect(404, "opportunity.not-found");
        await centre.Get($"opportunities/{written}").Expect(404, "opportunity.not-found");
        Assert.That((await other.Get("opportunities").Expect(200)).Ids, Is.EquivalentTo(new[] { published, written }), "who may read sees the published ones too");
    }

    [Test]
    public async Task Read_WhenTheTokenHasNeitherScope_IsRefusedAndToldTheWholeOne()
    {
        var reports = await ClientAsync("reports:read");

        var refused = await reports.Get("opportunities").Expect(403, "access.scope-missing");

        Assert.That(refused.Headers.WwwAuthenticate.Single().ToString(), Does.EndWith("scope=\"opportunities:read\""));
    }

    private static Dictionary<string, object?> Offer(string reference, string title = "Operaio agricolo")
    {
        var offer = Given.Offer(title);
        offer["externalReference"] = reference;
        return offer;
    }

    private async Task<ApiUser> ClientAsync(string scopes)
    {
        const string secret = "segreto di prova per i test";
        var clientId = $"client-{Guid.NewGuid():N}";
        await InScope(async services =>
        {
            var hash = services.GetRequiredService<IPasswordHasher<PlatformUser>>().HashPassword(new(), secret);
            return await services.GetRequiredService<IDbSession>().ExecuteAsync(
                InsertClient, new { Id = Guid.NewGuid(), ClientId = clientId, Name = "CPI di prova", Hash = hash, Scopes = scopes, Clock.Now }, CancellationToken.None);
        });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret, ["scope"] = scopes,
        });
        var token = await Anonymous.Send(HttpMethod.Post, "auth/token", form).Expect(200);
        var http = Platform.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token["access_token"]!.ToString());
        return new(http);
    }
}
