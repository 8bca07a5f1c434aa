using InclusionPlatform.Beneficiaries.FormDrafts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.FormDrafts;

[TestFixtureSource(typeof(Engines))]
internal sealed class FormDraftTests(Engine engine) : SliceTests(engine)
{
    private static object Typed(string text) => new { content = $$"""{"text":"{{text}}"}""" };

    [Test]
    public async Task Draft_WhenTyped_IsKeptSealedForItsAuthorAloneUntilDropped()
    {
        var (_, caseId) = await Given.Case();
        var address = $"form-drafts/diary/{caseId}/{caseId}";
        Assert.That((await As(Role.Educator).Get(address).Expect(200))["content"], Is.Null);
        await As(Role.Educator).Put(address, Typed("mezza frase")).Expect(204);
        await As(Role.Educator).Put(address, Typed("una frase intera")).Expect(204);
        Assert.That((await As(Role.Educator).Get(address).Expect(200))["content"]!.ToString(), Does.Contain("una frase intera"));
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_form_draft"), Does.Not.Contain("frase"));

        var colleague = await AnotherPerson(Role.Educator);
        await colleague.Get(address).Expect(404, "case.not-found");
        await Given.Member(caseId, colleague);
        Assert.That((await colleague.Get(address).Expect(200))["content"], Is.Null, "each has the own");
        await (await SignIn(Role.Educator)).Delete($"form-drafts/diary/{caseId}").Expect(204);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_form_draft"), Is.Zero);
    }

    [Test]
    public async Task Draft_WhenOfNobodyYet_BelongsToTheAccount()
    {
        var me = await Given.IdOf(await SignIn(Role.Educator));
        await As(Role.Educator).Put($"form-drafts/registration/{me}/{me}", Typed("Nuova persona")).Expect(204);
        Assert.That((await As(Role.Educator).Get($"form-drafts/registration/{me}/{me}").Expect(200))["content"], Is.Not.Null);
        await As(Role.Coordinator).Get($"form-drafts/registration/{me}/{me}").Expect(404);
        await As(Role.Educator).Put($"form-drafts/registration/{me}/{me}", new { content = "" }).Expect(422);
        await As(Role.Educator).Get($"form-drafts/nonsense/{me}/{me}").Expect(422);
        await As(Role.CompanyOperator).Get($"form-drafts/registration/{me}/{me}").Expect(403);

        Clock.Advance(TimeSpan.FromDays(31));
        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new DropOldDrafts())), Is.EqualTo(1));
    }
}
