using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

internal sealed class SchemeRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static TermsData Terms(DateOnly from, long cents = 400_00) => new(from, AllowanceMethod.FlatWithThreshold, cents, null, 75, BelowThreshold.Nothing, null, null, [], "Atto di prova", ["act"]);

    private static AllowanceScheme Scheme(string? region, InternshipKind? kind, params TermsData[] terms) => new(Guid.NewGuid(), 1, "Schema di prova", region, kind, null, terms);

    [TestCase("Marche", "SocialInclusion", "Marche", "SocialInclusion", false, null)]
    [TestCase("marche", "SocialInclusion", "Marche", "SocialInclusion", false, null)]
    [TestCase("Toscana", "SocialInclusion", "Marche", "SocialInclusion", false, "allowance.scheme-region")]
    [TestCase("Marche", "Extracurricular", "Marche", "SocialInclusion", false, "allowance.scheme-kind")]
    [TestCase("Marche", "SocialInclusion", "Marche", "Extracurricular", false, "allowance.scheme-kind")]
    [TestCase(null, "Extracurricular", "Marche", "Extracurricular", false, null)]
    [TestCase(null, null, "Puglia", "SocialInclusion", false, null)]
    [TestCase("Marche", null, "Marche", "Extracurricular", false, null)]
    [TestCase("Italia", "Extracurricular", "Marche", "Extracurricular", false, "allowance.scheme-region")]
    [TestCase("Italia", "Extracurricular", "Molise", "Extracurricular", true, null)]
    [TestCase("Toscana", "Extracurricular", "Molise", "Extracurricular", true, "allowance.scheme-region")]
    public void Scheme_PaysInternshipsOfItsRegionAndKind(string? region, string? kind, string where, string what, bool national, string? code)
    {
        var scheme = Scheme(region, kind is null ? null : Enum.Parse<InternshipKind>(kind));
        void Check() => SchemeFits.Check(scheme, where, Enum.Parse<InternshipKind>(what), national);

        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<FieldException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
        Assert.That(SchemeFits.Holds(scheme, where, Enum.Parse<InternshipKind>(what), national), Is.EqualTo(code is null), "what is offered is what is taken");
    }

    [TestCase(null, 600, null)]
    [TestCase(4, 240, null, TestName = "DGR X/7763/2018, Lombardia: the reduced amount for days of four hours")]
    [TestCase(4, 241, "allowance.scheme-daily-hours", TestName = "DGR X/7763/2018, Lombardia: not for a day longer by a minute")]
    public void Scheme_PaysNoDayLongerThanItAdmits(int? most, int longestDay, string? code)
    {
        var scheme = Scheme("Lombardia", InternshipKind.Extracurricular) with { MaxDailyHours = most };
        void Check() => SchemeFits.CheckDays(scheme, longestDay);

        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<FieldException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
        Assert.That(SchemeFits.FitsDays(scheme.MaxDailyHours, longestDay), Is.EqualTo(code is null));
    }

    private static string? Refusal(SchemeData written, string? region = "Marche")
    {
        try
        {
            TermsInForceStay.Check(Scheme("Marche", InternshipKind.SocialInclusion, Terms(new(2026, 1, 1)), Terms(Today), Terms(Today.AddDays(30), 500_00)), written, region, Today);
            return null;
        }
        catch (FieldException refused)
        {
            return $"{refused.Field} {refused.Code}";
        }
    }

    private static SchemeData Written(params TermsData[] terms) => new("Altro nome", "Marche", InternshipKind.SocialInclusion, "Altra nota", terms);

    [Test]
    public void Terms_WhenOnlyLaterOnesChangeAreTakenAwayOrAdded_MayBeWritten()
    {
        Assert.That(Refusal(Written(Terms(new(2026, 1, 1)), Terms(Today), Terms(Today.AddDays(30), 450_00))), Is.Null);
        Assert.That(Refusal(Written(Terms(Today), Terms(new(2026, 1, 1)))), Is.Null, "in any order");
        Assert.That(Refusal(Written(Terms(new(2026, 1, 1)), Terms(Today), Terms(Today.AddDays(1), 600_00))), Is.Null);
        Assert.That(Refusal(Written(Terms(new(2026, 1, 1)) with { Act = "Numero giusto", ToVerify = [] }, Terms(Today))), Is.Null, "neither the act's name nor a mark is an amount");
        Assert.That(Refusal(Written(Terms(new(2026, 1, 1)) with { Steps = null, DayShare = DayShare.CalendarDays, ThresholdAbove = false }, Terms(Today))), Is.Null, "the same, said otherwise");
    }

    [Test]
    public void Terms_WhenThoseInForceWouldBeRewritten_AreRefused()
    {
        var (first, second) = (Terms(new(2026, 1, 1)), Terms(Today));
        TermsData[] changed =
        [
            first with { Cents = 401_00 }, first with { ThresholdPercent = 70 }, first with { ThresholdAbove = true }, first with { Below = BelowThreshold.ProRata }, first with { CentsWithMeals = 1 }, first with { FloorCents = 1 },
            first with { TotalCents = 1 }, first with { DayShare = DayShare.Thirtieths }, first with { Method = AllowanceMethod.Dowry }, first with { Steps = [new(1, 1)] },
        ];

        Assert.That(changed.Select(one => Refusal(Written(second, one))), Has.All.EqualTo("terms[1].validFrom scheme.terms-in-force"));
        Assert.That(Refusal(Written(first)), Is.EqualTo("terms scheme.terms-in-force"), "taken away");
        Assert.That(Refusal(Written(first, second, Terms(Today.AddDays(-1)))), Is.EqualTo("terms[2].validFrom scheme.terms-in-force"), "slipped in between");
        Assert.That(Refusal(Written(first, second), "Toscana"), Is.EqualTo("region scheme.region-in-use"));
        Assert.That(Refusal(Written(first, second) with { Kind = null }), Is.EqualTo("kind scheme.kind-in-use"));
        Assert.That(Refusal(Written(first, second) with { MaxDailyHours = 4 }), Is.EqualTo("maxDailyHours scheme.daily-hours-in-use"));
    }
}
