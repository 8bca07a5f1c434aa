using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class PersonFileRules
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly LongTermTerm[] Terms =
    [
        new() { Scheme = UnemploymentScheme.FsePlus, ValidFrom = new(2021, 7, 1), Months = 12, YoungUnder = 25, YoungMonths = 6, Source = "regolamento", ToVerify = true },
        new() { Scheme = UnemploymentScheme.Gol, ValidFrom = new(2021, 12, 28), Months = 6, Source = "decreto" },
    ];

    [TestCase("2026-05-24", 40, true, false)]
    [TestCase("2026-05-25", 40, false, false)]
    [TestCase("2025-11-24", 40, true, true)]
    [TestCase("2025-11-25", 40, true, false)]
    [TestCase("2026-05-24", 24, true, true)]
    [TestCase("2026-05-24", 25, true, false)]
    public void LongTermUnemployment_WhenSinceADayAndAtAnAge_IsJudgedForEachScheme(string since, int age, bool gol, bool fse)
    {
        var standings = LongTermUnemployment.Of(DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture), age, Today, Terms);

        Assert.That(standings.Select(one => (one.Scheme, one.LongTerm)), Is.EqualTo(new[] { (UnemploymentScheme.Gol, gol), (UnemploymentScheme.FsePlus, fse) }));
    }

    [Test]
    public void LongTermUnemployment_WhenTermsChange_TakesTheLatestThatHoldsAndNamesItsSource()
    {
        LongTermTerm[] terms =
        [
            .. Terms,
            new() { Scheme = UnemploymentScheme.Gol, ValidFrom = new(2026, 1, 1), Months = 9, Source = "decreto nuovo" },
            new() { Scheme = UnemploymentScheme.Gol, ValidFrom = new(2027, 1, 1), Months = 3, Source = "decreto futuro" },
        ];

        var gol = LongTermUnemployment.Of(new(2026, 5, 24), 40, Today, terms)[0];

        Assert.That((gol.LongTerm, gol.Months, gol.Source, gol.FromOn), Is.EqualTo((false, 9, "decreto nuovo", new DateOnly(2027, 2, 24))));
        Assert.That(LongTermUnemployment.Of(null, 40, Today, terms), Is.Empty);
        Assert.That(LongTermUnemployment.Of(new(2026, 5, 24), 40, new(2025, 12, 31), terms)[0].Months, Is.EqualTo(6), "by the version of that day");
        LongTermTerm again = new() { Scheme = UnemploymentScheme.Gol, ValidFrom = new(2026, 1, 1), Months = 8, Source = "rettifica", DeclaredAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.That(LongTermUnemployment.Of(new(2026, 5, 24), 40, Today, [again, .. terms])[0].Source, Is.EqualTo("rettifica"), "of two from the same day the later");
    }

    [Test]
    public void HousingExclusion_WhenHousingIsKnown_FollowsEthos() => Assert.Multiple(() =>
    {
        Assert.That(HousingExclusion.Counts(null), Is.Null);
        Assert.That(HousingExclusion.Counts(Housing.Street), Is.True);
        Assert.That(HousingExclusion.Counts(Housing.GuestForNow), Is.True);
        Assert.That(HousingExclusion.Counts(Housing.PublicHousing), Is.False);
        Assert.That(HousingExclusion.Counts(Housing.WithRelatives), Is.False);
    });

    [Test]
    public void DocumentValidity_WhenNearItsEnd_TellsUnlessALaterOneIsThere() => Assert.Multiple(() =>
    {
        Assert.That(DocumentValidity.Of(null, [], Today), Is.EqualTo(DocumentState.Valid));
        Assert.That(DocumentValidity.Of(Today.AddDays(31), [], Today), Is.EqualTo(DocumentState.Valid));
        Assert.That(DocumentValidity.Of(Today.AddDays(30), [], Today), Is.EqualTo(DocumentState.Expiring));
        Assert.That(DocumentValidity.Of(Today.AddDays(-1), [Today.AddDays(-20)], Today), Is.EqualTo(DocumentState.Expired));
        Assert.That(DocumentValidity.Of(Today.AddDays(-1), [Today.AddDays(20)], Today), Is.EqualTo(DocumentState.Replaced));
        Assert.That(DocumentValidity.Of(Today.AddDays(5), [null], Today), Is.EqualTo(DocumentState.Replaced));
    });

    [Test]
    public void AttachmentHasRoom_WhenAnsweredOrFull_Refuses()
    {
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            Assert.That(
                () => AttachmentHasRoom.Check(state, 0),
                state is ReferralState.Received or ReferralState.InReading or ReferralState.WaitingList ? Throws.Nothing : Throws.InstanceOf<RuleBrokenException>(), $"{state}");
        }

        Assert.That(() => AttachmentHasRoom.Check(ReferralState.Received, AttachmentHasRoom.Most), Throws.InstanceOf<RuleBrokenException>());
    }
}
