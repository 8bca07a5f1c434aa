using InclusionPlatform.Beneficiaries.Duplicates;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

/// <summary>Who may be one is found, and told only as far as whoever asks may see.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class DuplicatePeopleTests(Engine engine) : MergedPeopleTests(engine)
{
    [Test]
    public async Task Duplicates_WhenNamesSoundAlikeAndBirthIsNearlyTheSame_AreListedWithTheReasonsAndOnceToldApartStaySo()
    {
        var pellegrini = await Given.Case(person: Named("Pellegrini", "Cristina", Birth));
        await Given.Case(person: Named("Pellegrini", "Marta", Birth));
        var twin = await Given.Case(person: Named("Cristina", "Pelegrini", new(1985, 7, 3)));

        var found = await As(Role.Coordinator).Get("duplicate-people?total=true").Expect(200);

        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(found.Items[0]!["reasons"]!.AsArray().Select(reason => reason!.ToString()), Is.EqualTo(new[] { "namesAlike", "birthSwapped", "taxCodesDiffer" }));
        Assert.That(new[] { found.Items[0]!["first"]!["id"]!.GetValue<Guid>(), found.Items[0]!["second"]!["id"]!.GetValue<Guid>() }, Is.EquivalentTo(new[] { pellegrini.Person, twin.Person }));
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{twin.Person}/likely-same").Expect(200)).Json.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Contain("beneficiary.duplicates"));
        await As(Role.Educator).Get("duplicate-people").Expect(403);
        await As(Role.Educator).Get($"beneficiaries/{twin.Person}/likely-same").Expect(403);

        await As(Role.Coordinator).Post("duplicate-people/dismissal", new { firstId = twin.Person, secondId = pellegrini.Person }).Expect(204);
        var data = Named("Cristina", "Pelegrini", new(1985, 7, 3));
        data["mobility"] = "car";
        await As(Role.Educator).Put($"beneficiaries/{twin.Person}", data, 1).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SeekDuplicates()));

        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Is.Empty);
        await As(Role.Coordinator).Post("duplicate-people/reopening", new { firstId = twin.Person, secondId = pellegrini.Person }).Expect(204);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Duplicates_WhenOneIsHidden_NobodyLearnsOfThemByPairCountPersonComparisonMergeOrDismissal()
    {
        var open = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var hidden = await Given.Case(bodyKind: "addictionService", person: Named("Bonani", "Sarah", Birth));

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_duplicate_person"), Is.EqualTo(1));
        var list = await As(Role.Coordinator).Get("duplicate-people?total=true").Expect(200);
        Assert.That(list.Items, Is.Empty);
        Assert.That(list["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/likely-same").Expect(200)).Json.AsArray(), Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("beneficiary.duplicates"));
        var there = await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/comparison/{hidden.Person}").Expect(404, "beneficiary.not-found");
        var nowhere = await As(Role.Coordinator).Get($"beneficiaries/{open.Person}/comparison/{Guid.NewGuid()}").Expect(404, "beneficiary.not-found");
        Assert.That(there["detail"]?.ToString(), Is.EqualTo(nowhere["detail"]?.ToString()));
        await Merge(open.Person, 1, hidden.Person, 1).Expect(404, "beneficiary.not-found");
        await Merge(hidden.Person, 1, open.Person, 1).Expect(404, "beneficiary.not-found");
        await As(Role.Coordinator).Post("duplicate-people/dismissal", new { firstId = open.Person, secondId = hidden.Person }).Expect(404, "beneficiary.not-found");

        await As(Role.Coordinator).Post($"beneficiaries/{hidden.Person}/emergency-access", new { reason = "Verifica di una doppia registrazione" }).Expect(201);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pairs_WhenOnlyTheRegistryIsSeen_TellNamesAndReasonsAndNeitherBirthNorPlace()
    {
        var a = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var b = await Given.Case(person: Named("Bonani", "Sarah", Birth));

        var pair = (await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items.Single()!;
        var compared = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That((pair["first"]!["birthDate"], pair["first"]!["domicileName"], pair["second"]!["birthDate"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
            Assert.That(pair["reasons"]!.AsArray().Select(one => one!.ToString()), Does.Contain("sameBirth"));
            Assert.That((compared["survivor"]!["birthDate"], compared["choosesMasked"]!.GetValue<bool>()), Is.EqualTo(((object?)null, false)));
            Assert.That(Field(compared, "surname")["absorbed"]!.ToString(), Is.EqualTo("Bonani"));
            Assert.That(compared.Text, Does.Not.Contain("1985"));
            Assert.That(new[] { "birthDate", "birthplace", "sex", "citizenship", "wishedSectors" }.Where(code => Field(compared, code)["survivor"] is not null || Field(compared, code)["same"] is not null), Is.Empty);
        });

        await Given.Member(a.Case, await SignIn(Role.Coordinator), "coordinator");
        await Given.Member(b.Case, await SignIn(Role.Coordinator), "coordinator");
        var full = await As(Role.Coordinator).Get($"beneficiaries/{a.Person}/comparison/{b.Person}").Expect(200);
        Assert.That(full["survivor"]!["birthDate"]!.ToString(), Is.EqualTo("1985-03-07"));
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items.Single()!["first"]!["birthDate"]!.ToString(), Is.EqualTo("1985-03-07"));
    }

    [Test]
    public async Task HiddenTwin_WhenOneOfTheTwoIsRestricted_IsToldByTheOtherAloneAndWhoFollowsItIsAsked()
    {
        var open = await Given.Case(person: Named("Bonanni", "Sara", Birth));
        var other = await AnotherPerson(Role.Educator);
        var hidden = await Given.Case(other, "addictionService", Named("Bonani", "Sarah", Birth));
        await Given.Case(person: Named("Solitaria", "Pia", Birth));

        var told = await As(Role.Coordinator).Get("duplicate-people/hidden").Expect(200);
        Assert.That(told.Json.AsArray().Select(one => one!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { open.Person }));
        Assert.That(told.Text, Does.Not.Contain("Bonani ").And.Not.Contain(hidden.Person.ToString()));
        await As(Role.Educator).Get("duplicate-people/hidden").Expect(403);

        await As(Role.Coordinator).Post($"beneficiaries/{open.Person}/twin-questions", new { }).Expect(204);
        Assert.That((await other.Get("notifications").Expect(200)).Text, Does.Contain("beneficiary.twin-question").And.Contain(hidden.Person.ToString()));
        Assert.That((await other.Get($"beneficiaries/{hidden.Person}/access-log").Expect(200)).Text, Does.Contain("twin-question"));
        await As(Role.Coordinator).Post($"beneficiaries/{hidden.Person}/twin-questions", new { }).Expect(404, "beneficiary.not-found");

        await other.Post($"cases/{hidden.Case}/members", new { userId = await Given.IdOf(await SignIn(Role.Coordinator)), role = "coordinator", fromOn = "2026-11-23" }).Expect(201);
        Assert.That((await As(Role.Coordinator).Get("duplicate-people/hidden").Expect(200)).Json.AsArray(), Is.Empty, "now they are a pair like others");
        Assert.That((await As(Role.Coordinator).Get("duplicate-people").Expect(200)).Items, Has.Count.EqualTo(1));
    }
}
