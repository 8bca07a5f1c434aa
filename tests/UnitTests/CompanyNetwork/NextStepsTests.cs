using System.Globalization;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Duplicates;
using InclusionPlatform.CompanyNetwork.Standing;

namespace InclusionPlatform.UnitTests.CompanyNetwork;

internal sealed class NextStepsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static CompanyRow Row => new(
        Guid.NewGuid(), 1, "Bar", null, null, CompanyKind.Company, "catering", null, null, null, null, null, 8, null, null, null, null, null, null, null, null, false, null, 0, null, null,
        DateTimeOffset.UnixEpoch, "reached", 0, null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, null, null, null, null, null, null, null, null, null, Today, null, null);

    private static string Steps(CompanyRow row, int duplicates = 0, params OpenReferral[] referrals) =>
        string.Join(',', NextSteps.Of(new(row.Show(Today), duplicates, referrals), Today).Select(step => step.Kind));

    private static OpenReferral Referral(bool accepted = false, bool mine = false) => new(Guid.NewGuid(), accepted, mine, Today.AddDays(3));

    [Test]
    public void Of_WhenNothingIsDue_AsksNothing() => Assert.That(Steps(Row), Is.Empty);

    [TestCase("2026-11-19", "CallBack")]
    [TestCase("2026-11-20", "CallBack")]
    [TestCase("2026-11-21", "NextContact")]
    public void Of_WhenANextContactIsAgreedOn_ItIsDueFromItsDay(string day, string expected) => Assert.That(Steps(Row with { NextContactOn = DateOnly.Parse(day, CultureInfo.InvariantCulture) }), Is.EqualTo(expected));

    [TestCase("2026-11-19", "VerifyAvailability")]
    [TestCase("2026-11-20", "")]
    public void Of_WhenAvailabilityHasRunOut_ItIsVerified(string until, string expected) => Assert.That(Steps(Row with { AvailableUntil = DateOnly.Parse(until, CultureInfo.InvariantCulture) }), Is.EqualTo(expected));

    [TestCase(15, null, "AskObligation")]
    [TestCase(15, nameof(TargetedPlacement.NotCovered), "CoverObligation")]
    [TestCase(15, nameof(TargetedPlacement.Covered), "")]
    [TestCase(14, nameof(TargetedPlacement.NotCovered), "")]
    public void Of_WhenLaw68BindsIt_TheObligationIsAskedForOrCovered(int staff, string? placement, string expected) =>
        Assert.That(Steps(Row with { PermanentStaff = staff, TargetedPlacement = placement is null ? null : Enum.Parse<TargetedPlacement>(placement) }), Is.EqualTo(expected));

    [TestCase(null, "")]
    [TestCase("2026-11-20", "")]
    [TestCase("2026-11-19", "CoverObligation")]
    public void Of_WhenAConventionOfArticle14IsInForce_TheObligationIsMet(string? until, string expected) => Assert.That(
        Steps(Row with { PermanentStaff = 40, TargetedPlacement = TargetedPlacement.NotCovered, Article14Convention = "n. 12", Article14Until = until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture) }), Is.EqualTo(expected));

    [Test]
    public void Of_WhenMuchIsDue_TheMostPressingComesFirst()
    {
        var row = Row with { PermanentStaff = 40, TargetedPlacement = TargetedPlacement.NotCovered, LastOutcome = "wrongNumber", NextContactOn = Today, AvailableUntil = Today.AddDays(-1) };

        Assert.That(
            Steps(row, 2, Referral(), Referral(accepted: true, mine: true), Referral(mine: true)),
            Is.EqualTo("AnswerReferral,ProposeInternship,CorrectNumber,CallBack,VerifyAvailability,CoverObligation,CompareDuplicates,AwaitAnswer"));
    }

    [Test]
    public void Of_WhenNobodyEverCalled_TheFirstCallIsDue() => Assert.That(Steps(Row with { LastContactAt = null, LastOutcome = null, AvailabilityVerifiedOn = null }), Is.EqualTo("FirstCall"));

    [Test]
    public void Of_WhenReachedWithoutEverOfferingAnything_AvailabilityIsAskedFor() => Assert.That(Steps(Row with { AvailabilityVerifiedOn = null }), Is.EqualTo("AskAvailability"));

    [Test]
    public void Of_WhenItSaidNeverOrIsNotToBeCalled_OnlyWhatItHasGivenIsLeft()
    {
        var due = Row with { NextContactOn = Today, AvailableUntil = Today.AddDays(-1), PermanentStaff = 40 };

        Assert.That(Steps(due with { LastOutcome = "never" }, 1, Referral(mine: true)), Is.EqualTo("AnswerReferral,CompareDuplicates"));
        Assert.That(Steps(due with { DoNotCall = true }), Is.Empty);
    }

    [Test]
    public void Of_WhenArchived_NothingIsLeftToDo() => Assert.That(Steps(Row with { ArchivedAt = DateTimeOffset.UnixEpoch, NextContactOn = Today }, 3, Referral(mine: true)), Is.Empty);

    [TestCase(3, 2, 0, 1, 9, 1, true)]
    [TestCase(0, 9, 0, 1, 2, 1, false)]
    [TestCase(1, 9, 1, 1, 8, 0, true)]
    [TestCase(1, 5, 0, 1, 5, 1, true)]
    [TestCase(1, 5, 2, 1, 5, 1, false)]
    public void RicherRecord_OfTwo_HasMoreLinksThenMoreFieldsThenIsOlder(int links, int fields, int day, int otherLinks, int otherFields, int otherDay, bool first) => Assert.That(
        RicherRecordRemains.IsFirst(new(links, fields, DateTimeOffset.UnixEpoch.AddDays(day)), new(otherLinks, otherFields, DateTimeOffset.UnixEpoch.AddDays(otherDay))), Is.EqualTo(first));

    [TestCase("56", null, null)]
    [TestCase("56.11", "I", null)]
    [TestCase("56.11.11", "I", null)]
    [TestCase("01.50.00", "a", null)]
    [TestCase("", "I", null)]
    [TestCase("5", null, "ateco-code.form")]
    [TestCase("56.1.1.1", null, "ateco-code.form")]
    [TestCase("56-11", null, "ateco-code.form")]
    [TestCase("56.01", null, "ateco-code.form")]
    [TestCase("bar", null, "ateco-code.form")]
    [TestCase("00.10", null, "ateco-code.division")]
    [TestCase("34.1", null, "ateco-code.division")]
    [TestCase("45.20.10", null, "ateco-code.division")]
    [TestCase("98.1", null, null)]
    [TestCase("56.11", "C", "ateco-code.section")]
    [TestCase("56.11", "Z", null)]
    public void AtecoCode_WhenWritten_ExistsInAteco2025(string code, string? section, string? problem) => Assert.That(AtecoCodeExists.ProblemOf(code, section)?.Code, Is.EqualTo(problem));

    [TestCase("0735 123456", "0735123456")]
    [TestCase("+39 0735/12.34.56", "0735123456")]
    [TestCase("0039 0735 123456", "0735123456")]
    [TestCase("(0735) 123-456", "0735123456")]
    [TestCase("333 1234567", "3331234567")]
    [TestCase("39 333 1234567", "3331234567")]
    [TestCase("+44 20 7946 0958", "442079460958")]
    [TestCase("0735 1234", "07351234")]
    [TestCase("+39 0735 1", "07351")]
    [TestCase("39012345678", "39012345678")]
    [TestCase("forno 0735 123456 rossi", "forno 0735123456 rossi")]
    [TestCase("bar 2000", "bar 2000")]
    [TestCase("via roma 12 3", "via roma 12 3")]
    [TestCase("12345678903", "12345678903")]
    public void Sought_WhenANumberIsWrittenInAnyWay_IsOneWord(string text, string words) => Assert.That(string.Join(' ', CompanyWords.Sought(text)), Is.EqualTo(words));
}
