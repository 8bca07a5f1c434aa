using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class CaseRules
{
    private static readonly Guid Somebody = Guid.NewGuid();
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Test]
    public void CaseCanClose_WhenOpenAndWithoutInternship_Passes() =>
        Assert.That(() => CaseCanClose.Check(Monday.AddDays(-10), null, 0, Monday, Monday), Throws.Nothing);

    [TestCase(-10, null, 1, 0, "case.internship-running")]
    [TestCase(-10, -1, 0, 0, "case.already-closed")]
    [TestCase(-10, null, 0, -11, "case.closes-before-opening")]
    [TestCase(-10, null, 0, 1, "case.closes-in-future")]
    public void CaseCanClose_WhenSomethingSpeaksAgainst_SaysWhat(int opened, int? closed, int internships, int on, string code) =>
        Assert.That(
            () => CaseCanClose.Check(Monday.AddDays(opened), closed is { } day ? Monday.AddDays(day) : null, internships, Monday.AddDays(on), Monday),
            Throws.InstanceOf<ProblemException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));

    [Test]
    public void MembershipHasRoom_WhenSpansMeet_RefusesExactlyWhenTheyShareADay() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, byte, byte, byte)>(),
        spans =>
        {
            var (firstFrom, firstDays, secondFrom, secondDays) = spans;
            var other = new MembershipSpan(Guid.NewGuid(), Somebody, Monday.AddDays(firstFrom), Monday.AddDays(firstFrom + firstDays));
            var asked = new MembershipSpan(Guid.NewGuid(), Somebody, Monday.AddDays(secondFrom), Monday.AddDays(secondFrom + secondDays));
            var sharesADay = Enumerable.Range(0, firstDays + 1).Any(day => firstFrom + day >= secondFrom && firstFrom + day <= secondFrom + secondDays);
            return Refuses(other, asked) == sharesADay;
        }));

    [Test]
    public void MembershipHasRoom_WhenTheOtherIsSomebodyElseOrItself_Passes()
    {
        var span = new MembershipSpan(Guid.NewGuid(), Somebody, Monday, null);

        Assert.That(Refuses(span with { Id = Guid.NewGuid(), UserId = Guid.NewGuid() }, span), Is.False);
        Assert.That(Refuses(span, span), Is.False);
        Assert.That(Refuses(span with { Id = Guid.NewGuid() }, span), Is.True);
    }

    [TestCase("Rossi", "Mario", null)]
    [TestCase("Bianchi", "Mario", TaxCodeProblems.SurnameMismatch)]
    [TestCase("Rossi", "Carlo", TaxCodeProblems.NameMismatch)]
    public void TaxCodeMatchesPerson_WhenAPartDiffers_NamesThePartUnlessConfirmed(string surname, string name, string? problem)
    {
        var person = new PersonDetails(surname, name, null, Sex.Male, null, new(1985, 12, 10), "A562", null, null, null, null, null, null, null, null, null, null);

        Assert.That(() => TaxCodeMatchesPerson.Check(person, new("RSSMRA85T10A562S", null, TaxCodeConfirmed: true)), Throws.Nothing);
        Assert.That(() => TaxCodeMatchesPerson.Check(person, null), Throws.Nothing);
        if (problem is null)
        {
            Assert.That(() => TaxCodeMatchesPerson.Check(person, new("RSSMRA85T10A562S", null, false)), Throws.Nothing);
            return;
        }

        var refused = Assert.Throws<ValidationFailedException>(() => TaxCodeMatchesPerson.Check(person, new("RSSMRA85T10A562S", null, false)));
        Assert.That(refused!.Errors["identifiers.taxCode"].Select(error => error.Code), Is.EqualTo(new[] { problem }));
    }

    private static bool Refuses(MembershipSpan other, MembershipSpan asked)
    {
        try
        {
            MembershipHasRoom.Check([other], asked);
            return false;
        }
        catch (RuleBrokenException)
        {
            return true;
        }
    }

    [TestCase("2016-11-23", "1990-01-01", null, null)]
    [TestCase("2016-11-22", "1990-01-01", null, "case.opens-too-early")]
    [TestCase("2020-05-01", "2020-05-02", null, "case.opens-before-birth")]
    [TestCase("2026-03-01", "1990-01-01", "2026-03-01", null)]
    [TestCase("2026-02-28", "1990-01-01", "2026-03-01", "case.opens-before-former-end")]
    public void CaseCanOpen_WithinTheLifeAndAfterTheFormerOne(string opened, string birth, string? formerEnd, string? code)
    {
        void Check() => CaseCanOpen.Check(DateOnly.Parse(opened, null), DateOnly.Parse(birth, null), formerEnd is null ? null : DateOnly.Parse(formerEnd, null), Monday);

        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<FieldException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }

    [Test]
    public void CaseCanClose_OverWhatWasDoneLater_IsRefused()
    {
        Assert.That(() => CaseCanClose.Check(Monday.AddDays(-10), null, 0, Monday.AddDays(-2), Monday, Monday.AddDays(-2)), Throws.Nothing);
        Assert.That(
            () => CaseCanClose.Check(Monday.AddDays(-10), null, 0, Monday.AddDays(-2), Monday, Monday.AddDays(-1)),
            Throws.InstanceOf<FieldException>().With.Property(nameof(ProblemException.Code)).EqualTo("case.closes-before-last-entry"));
    }
}
