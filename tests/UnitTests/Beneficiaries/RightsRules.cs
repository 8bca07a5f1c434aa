using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Beneficiaries.Rights.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class RightsRules
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [TestCase(true, false, null, AnonymisationReason.AskedByPerson, -1, "anonymisation.case-open")]
    [TestCase(false, true, null, AnonymisationReason.AskedByPerson, -1, "anonymisation.internship-running")]
    [TestCase(false, false, MarkKind.Restriction, AnonymisationReason.AskedByPerson, -1, "anonymisation.restricted")]
    [TestCase(false, false, MarkKind.Hold, AnonymisationReason.AskedByPerson, -1, "anonymisation.held")]
    [TestCase(false, false, MarkKind.Objection, AnonymisationReason.AskedByPerson, 10, null)]
    [TestCase(false, false, null, AnonymisationReason.RetentionEnded, 1, "anonymisation.not-due")]
    [TestCase(false, false, null, AnonymisationReason.RetentionEnded, 0, null)]
    [TestCase(false, false, null, AnonymisationReason.RetentionEnded, null, "anonymisation.not-due")]
    public void CanBeAnonymised_WhenNothingSpeaksAgainst(bool openCase, bool openInternship, object? mark, object reason, int? due, string? code)
    {
        var marks = mark is MarkKind kind ? new HashSet<MarkKind> { kind } : [];
        void Check() => CanBeAnonymised.Check(openCase, Unsettled.Nothing with { Internship = openInternship }, marks, (AnonymisationReason)reason, due is { } days ? Monday.AddDays(days) : null, Monday);
        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<RuleBrokenException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }

    [Test]
    public void CanBeAnonymised_WhileAProgrammeCountsOnThem_NamesWhatToSettle()
    {
        static void Check(Unsettled unsettled) => CanBeAnonymised.Check(false, unsettled, new HashSet<MarkKind>(), AnonymisationReason.AskedByPerson, null, Monday);
        var both = new Unsettled(false, ["GOL"], ["Comune"]);

        Assert.That(() => Check(both), Throws.InstanceOf<ConflictException>().With.Property(nameof(ProblemException.Code)).EqualTo("anonymisation.participating"));
        Assert.That(() => Check(both with { Programmes = [] }), Throws.InstanceOf<ConflictException>().With.Property(nameof(ProblemException.Code)).EqualTo("anonymisation.grant-open"));
        Assert.That(() => Check(Unsettled.Nothing), Throws.Nothing);
        var sentences = CanBeAnonymised.Before(both with { Internship = true });
        Assert.That(sentences, Has.Count.EqualTo(3));
        Assert.That(string.Join('\n', sentences.Select(words => words.It)), Does.Contain("«GOL»").And.Contain("«Comune»"));
    }

    [TestCase(400_00, 0, "pagamento aperto di 400,00 €", "open payment of 400.00 €")]
    [TestCase(0, 1, "Un mese di tirocinio", "A month of internship")]
    [TestCase(0, 2, "2 mesi di tirocinio", "2 months of internship")]
    [TestCase(1_250_50, 3, "1.250,50 €", "1,250.50 €")]
    public void CanBeAnonymised_WhileSomethingIsOwedToThem_SaysHowMuch(long cents, int months, string it, string en)
    {
        var owed = Unsettled.Nothing with { Payments = new(cents, months) };

        Assert.That(
            () => CanBeAnonymised.Check(false, owed, new HashSet<MarkKind>(), AnonymisationReason.AskedByPerson, null, Monday),
            Throws.InstanceOf<ConflictException>().With.Property(nameof(ProblemException.Code)).EqualTo("anonymisation.payment-open"));
        var said = CanBeAnonymised.Before(owed).Single();
        Assert.That(said.It, Does.Contain(it));
        Assert.That(said.En, Does.Contain(en));
    }

    [Test]
    public void RetentionClock_RunsFromTheLastEndOrFromTheRegistration()
    {
        Assert.That(RetentionClock.DueOn(true, Monday, Monday.AddYears(-3), 120, 12), Is.EqualTo(Monday.AddYears(10)));
        Assert.That(RetentionClock.DueOn(true, null, Monday.AddYears(-30), 120, 12), Is.Null, "an open case stops it");
        Assert.That(RetentionClock.DueOn(false, null, Monday, 120, 12), Is.EqualTo(Monday.AddYears(1)));
    }
}
