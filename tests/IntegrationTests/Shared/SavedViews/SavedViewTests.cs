namespace InclusionPlatform.IntegrationTests.Shared.SavedViews;

[TestFixtureSource(typeof(Engines))]
internal sealed class SavedViewTests(Engine engine) : SliceTests(engine)
{
    private static object View(string name = "Bar di Ascoli", string query = "sector=catering&province=AP", bool shared = false, string list = "companies") => new { list, name, query, shared };

    [Test]
    public async Task SaveView_WhenShared_IsSeenByWhoSeesTheListAndChangedByItsOwnerOnly()
    {
        var shared = (await As(Role.CompanyOperator).Post("saved-views", View("Condivisa", "?sort=nextContactOn&contactDue=true", shared: true)).Expect(201)).Id;
        await As(Role.CompanyOperator).Post("saved-views", View()).Expect(201);

        var mine = await As(Role.CompanyOperator).Get("saved-views?list=companies").Expect(200);
        var others = await As(Role.Educator).Get("saved-views?list=companies").Expect(200);

        Assert.That(mine.Items.Select(view => view!["name"]!.ToString()), Is.EqualTo(new[] { "Bar di Ascoli", "Condivisa" }));
        Assert.That(others.Items.Select(view => (view!["name"]!.ToString(), view["query"]!.ToString(), view["isMine"]!.GetValue<bool>())),
            Is.EqualTo(new[] { ("Condivisa", "sort=nextContactOn&contactDue=true", false) }));
        var change = new { name = "Mia", query = "", shared = false };
        var educator = await SignIn(Role.Educator);
        await educator.Put($"saved-views/{shared}", change, 1).Expect(404, "saved-view.not-found");
        await educator.Delete($"saved-views/{shared}").Expect(404, "saved-view.not-found");
        await As(Role.CompanyOperator).Put($"saved-views/{shared}", change, 1).Expect(204);
        await As(Role.CompanyOperator).Put($"saved-views/{shared}", change, 1).Expect(412);
        Assert.That((await As(Role.Educator).Get("saved-views?list=companies").Expect(200)).Items, Is.Empty);
        await As(Role.CompanyOperator).Delete($"saved-views/{shared}").Expect(204);
    }

    [Test]
    public async Task SaveView_WhenItHoldsTypedText_IsRefused()
    {
        foreach (var query in new[] { "q=rossi", "Q=rossi", "sector=Mario Rossi", "sector=rossi%20mario", "sector", "sector=a&sector=b", "cursor=abc" })
        {
            var refused = await As(Role.CompanyOperator).Post("saved-views", View(query: query)).Expect(422, "saved-view.query-form");
            Assert.That(refused.Text, Does.Contain("non il testo cercato").And.Not.Contain("rossi"));
        }

        Assert.That(await Scalar<int>("select count(*) from shared_saved_view"), Is.Zero);
    }

    [Test]
    public async Task SaveView_WhenNameIsTakenOrListIsNotSeen_IsRefused()
    {
        await As(Role.CompanyOperator).Post("saved-views", View()).Expect(201);

        await As(Role.CompanyOperator).Post("saved-views", View()).Expect(409, "saved-view.name-taken");
        await As(Role.Coordinator).Post("saved-views", View()).Expect(201);
        await As(Role.CompanyOperator).Post("saved-views", View(list: "beneficiaries")).Expect(404, "saved-view-list.not-found");
        await As(Role.CompanyOperator).Get("saved-views?list=internships").Expect(404);
        await As(Role.CompanyOperator).Get("saved-views?list=nothing").Expect(404);
        await As(Role.CompanyOperator).Post("saved-views", View(name: " ")).Expect(422, "validation.failed");
        await Anonymous.Get("saved-views?list=companies").Expect(401);
    }
}
