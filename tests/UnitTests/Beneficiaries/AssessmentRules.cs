using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Assessments.Fragility;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Assessments.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class AssessmentRules
{
    private static readonly Dictionary<string, decimal> NoValues = [];

    // The classification (WHO, 2001): one qualifier for functions and environment, performance then capacity for activities, + for what helps.
    [TestCase("d850.34", "d850", 3, 4, false)]
    [TestCase(" D850.34 ", "d850", 3, 4, false)]
    [TestCase("d850._4", "d850", null, 4, false)]
    [TestCase("d850.3_", "d850", 3, null, false)]
    [TestCase("d8502.3", "d8502", 3, null, false)]
    [TestCase("b164.2", "b164", 2, null, false)]
    [TestCase("b21022.2", "b21022", 2, null, false)]
    [TestCase("d998.1", "d998", 1, null, false)]
    [TestCase("d8508.1", "d8508", 1, null, false)]
    [TestCase("b130.8", "b130", 8, null, false)]
    [TestCase("e310.2", "e310", 2, null, false)]
    [TestCase("e310+2", "e310", 2, null, true)]
    [TestCase("e580+8", "e580", 8, null, true)]
    [TestCase("e590.9", "e590", 9, null, false)]
    [TestCase("s730.3", "s730", 3, null, false)]
    [TestCase("S7300.37", "s7300", 3, 7, false)]
    [TestCase("s730.321", "s730", 3, 2, false, 1)]
    [TestCase("s760.8_0", "s760", 8, null, false, 0)]
    [TestCase("s110.175", "s110", 1, 7, false, 5)]
    public void Icf_WhenWrittenAsTheClassificationAsks_IsRead(string text, string code, int? first, int? second, bool facilitator, int? third = null)
    {
        Assert.That(IcfItem.TryParse(text, out var item, out _), Is.True);
        Assert.That(item, Is.EqualTo(new IcfItem(code, first, second, facilitator, third)));
    }

    [TestCase("", "Form")]
    [TestCase("d850", "Form")]
    [TestCase("d850.", "Form")]
    [TestCase("d850,34", "Form")]
    [TestCase("d850.345", "Count")]
    [TestCase("s730.3211", "Form")]
    [TestCase("s730.5", "Qualifier")]
    [TestCase("s730.711", "Qualifier")]
    [TestCase("s730._21", "Count")]
    [TestCase("s730._", "Count")]
    [TestCase("s910.2", "Code")]
    [TestCase("s730+2", "Facilitator")]
    [TestCase("x850.3", "Form")]
    [TestCase("d85.3", "Form")]
    [TestCase("d850502.3", "Form")]
    [TestCase("b910.2", "Code")]
    [TestCase("d010.2", "Code")]
    [TestCase("e610.2", "Code")]
    [TestCase("d99999.12", "Code")]
    [TestCase("d9981.1", "Code")]
    [TestCase("b21089.1", "Code")]
    [TestCase("d105.1", "Code")]
    [TestCase("d850.35", "Qualifier")]
    [TestCase("b164.7", "Qualifier")]
    [TestCase("b164.23", "Count")]
    [TestCase("e310.23", "Count")]
    [TestCase("d850.__", "Count")]
    [TestCase("b164._", "Count")]
    [TestCase("d850+3", "Facilitator")]
    public void Icf_WhenWrittenOtherwise_SaysWhy(string text, string problem)
    {
        Assert.That(IcfItem.TryParse(text, out _, out var why), Is.False);
        Assert.That(why.ToString(), Is.EqualTo(problem));
        Assert.That(why.Sentence().ToString(), Is.Not.Empty);
    }

    [Test]
    public void Icf_WhateverIsValid_ReadsBackFromItsNotation() => Prop.ForAll(
        (from component in Gen.Elements('b', 's', 'd', 'e')
         from chapter in Gen.Choose(1, component is 'b' or 's' ? 8 : component == 'd' ? 9 : 5)
         from rest in Gen.Choose(10, 99)
         from first in Gen.Elements(0, 1, 2, 3, 4, 8, 9)
         from second in Gen.Elements<int?>(null, 0, 1, 2, 3, 4, 8, 9)
         from nature in Gen.Elements<int?>(null, 0, 5, 7, 9)
         from location in Gen.Elements<int?>(null, 1, 6, 9)
         from facilitator in Gen.Elements(true, false)
         select new IcfItem($"{component}{chapter}{rest}", first, component == 'd' ? second : component == 's' ? nature : null, component == 'e' && facilitator, component == 's' ? location : null)).ToArbitrary(),
        item => IcfItem.TryParse(item.Notation, out var read, out _) && read == item && IcfItem.TryParse(item.Notation.ToUpperInvariant(), out var upper, out _) && upper == item).QuickCheckThrowOnFailure();

    [Test]
    public void Icf_WhateverIsTyped_IsReadOrRefusedAndReadsBack() => Prop.ForAll<string>(text =>
        !IcfItem.TryParse(text, out var item, out _) || (IcfItem.TryParse(item!.Notation, out var again, out _) && again == item)).QuickCheckThrowOnFailure();

    [Test]
    public void Catalogue_WhenProposed_HoldsTheBriefSetAndNamesSubcategoriesByTheirParent() => Assert.Multiple(() =>
    {
        Assert.That(IcfCatalogue.Codes.Where(one => one.Brief).Select(one => one.Code), Is.EqualTo("b130 b164 b455 d155 d240 d720 d845 d850 d855 e310 e330 e580 e590".Split(' ')));
        Assert.That(IcfCatalogue.Codes.Select(one => one.Code), Is.Unique.And.Ordered);
        Assert.That(IcfCatalogue.Codes.All(one => IcfItem.TryParse($"{one.Code}.0", out _, out _)), Is.True);
        Assert.That(IcfCatalogue.NameOf("d8502"), Is.EqualTo(IcfCatalogue.NameOf("d850")));
        Assert.That(IcfCatalogue.NameOf("d999"), Is.Null);
        Assert.That(IcfCatalogue.Codes.GroupBy(one => one.Code[0]).Select(one => (one.Key, one.Count() >= 30)), Is.EquivalentTo(new[] { ('b', true), ('d', true), ('e', true), ('s', true) }), "enough to choose from, of each component");
    });

    [TestCase("1 + 2 * 3", 7)]
    [TestCase("(1 + 2) * 3", 9)]
    [TestCase("2 - 3 - 4", -5)]
    [TestCase("8 / 4 / 2", 1)]
    [TestCase("--2", 2)]
    [TestCase("-2 * -3", 6)]
    [TestCase("0.1 + 0.2", 0.3)]
    [TestCase("min(3, 1; 2)", 1)]
    [TestCase("max(3, work)", 4)]
    [TestCase("round(2.5)", 3)]
    [TestCase("if(work >= 4, 10, 20)", 10)]
    [TestCase("if(work < 4, 10, 20)", 20)]
    [TestCase("if(health = 0, 1, 1 / health)", 1)]
    [TestCase("(work <> 4) + (work <= 4)", 1)]
    [TestCase("(work + health) / 2", 2)]
    public void Formula_WhenItIsOne_IsReckoned(string text, decimal expected) => Assert.That(
        FragilityFormula.Parse(text, FragilityFormulas.Names).Evaluate(new Dictionary<string, decimal> { ["work"] = 4, ["health"] = 0 }), Is.EqualTo(expected));

    [TestCase("", "formula.form")]
    [TestCase("1 +", "formula.form")]
    [TestCase("(1", "formula.form")]
    [TestCase("1 2", "formula.form")]
    [TestCase("1..2", "formula.form")]
    [TestCase("1; 2", "formula.form")]
    [TestCase("$x", "formula.form")]
    [TestCase("wealth", "formula.unknown-name")]
    [TestCase("System.IO", "formula.unknown-name")]
    [TestCase("exec(1)", "formula.unknown-function")]
    [TestCase("round(1, 2)", "formula.unknown-function")]
    [TestCase("if(1, 2)", "formula.unknown-function")]
    public void Formula_WhenItIsNone_SaysWhy(string text, string code) => Assert.That(Assert.Throws<FormulaException>(() => FragilityFormula.Parse(text, FragilityFormulas.Names))!.Code, Is.EqualTo(code));

    [Test]
    public void Formula_WhenItWouldHurt_IsStopped() => Assert.Multiple(() =>
    {
        string Code(Action act) => Assert.Throws<FormulaException>(() => act())!.Code;
        FragilityFormula Read(string text) => FragilityFormula.Parse(text, FragilityFormulas.Names);
        Assert.That(Code(() => Read(new string('(', 400) + "1" + new string(')', 400))), Is.EqualTo("formula.too-deep"));
        Assert.That(Code(() => Read(new string('1', 1001))), Is.EqualTo("formula.too-long"));
        Assert.That(Code(() => Read("1 / 0").Evaluate(NoValues)), Is.EqualTo("formula.divides-by-zero"));
        Assert.That(Code(() => Read(string.Join('*', Enumerable.Repeat("9999999999", 9))).Evaluate(NoValues)), Is.EqualTo("formula.too-large"));
        Assert.That(Read("1" + string.Concat(Enumerable.Repeat("+1", 499))).Evaluate(NoValues), Is.EqualTo(500), "long is not deep");
    });

    [Test]
    public void Formula_WhateverTheNumbers_IsReckonedAsArithmetic() => Prop.ForAll(
        Gen.Choose(-1000, 1000).Four().ToArbitrary(),
        four =>
        {
            var (a, b, c, d) = four;
            string W(int number) => number.ToString(CultureInfo.InvariantCulture);
            decimal Reckon(string text) => FragilityFormula.Parse(text, FragilityFormulas.Names).Evaluate(NoValues);
            return Reckon($"{W(a)} + {W(b)} * {W(c)} - {W(d)}") == a + (b * c) - d
                && Reckon($"({W(a)} + {W(b)}) * ({W(c)} - {W(d)})") == (a + b) * (c - d)
                && Reckon($"max({W(a)}, {W(b)}, {W(c)})") == Math.Max(a, Math.Max(b, c))
                && Reckon($"if({W(a)} < {W(b)}, {W(c)}, {W(d)})") == (a < b ? c : d);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Formula_WhateverIsTyped_IsReadOrRefused() => Prop.ForAll<string>(text =>
    {
        try
        {
            FragilityFormula.Parse(text ?? "", FragilityFormulas.Names);
            return true;
        }
        catch (FormulaException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Assessment_WhenItSaysTooLittle_IsNotComplete() => Assert.Multiple(() =>
    {
        string[] Codes(AssessmentKind kind, AssessmentContent content) => [.. AssessmentIsComplete.Broken(kind, content).Select(rule => rule.Code)];
        var said = AssessmentContent.Empty with { Conclusion = "Si prosegue" };
        Assert.That(Codes(AssessmentKind.WorkNeed, AssessmentContent.Empty), Is.EqualTo(new[] { "assessment.work-need", "assessment.conclusion" }));
        Assert.That(Codes(AssessmentKind.WorkNeed, said with { WorkNeed = new(null, null, null, "Cucina", null) }), Is.Empty);
        Assert.That(Codes(AssessmentKind.Skills, said with { Skills = new(Guid.NewGuid(), "Griglia", ["a", "b"], [new(null, "Orari", null, null, null)]) }), Is.EqualTo(new[] { "assessment.no-level" }));
        Assert.That(Codes(AssessmentKind.Icf, said), Is.EqualTo(new[] { "assessment.no-code" }));
        EvaluationPart Part(EvaluationDimension dimension) => new(dimension, null, null, null, "Testo", 2);
        Assert.That(Codes(AssessmentKind.Multidimensional, said with { Parts = [Part(EvaluationDimension.Work), Part(EvaluationDimension.Work)] }), Is.EqualTo(new[] { "assessment.one-dimension" }));
        Assert.That(Codes(AssessmentKind.Multidimensional, said with { Parts = [Part(EvaluationDimension.Work), Part(EvaluationDimension.Health)] }), Is.Empty);
    });

    [Test]
    public void Sheets_WhenCompared_HaveARowForEachCodeAndAHoleWhereNobodyJudged()
    {
        AssessmentContent Sheet(params string[] notations) => AssessmentContent.Empty with
        {
            Icf = [.. notations.Select(notation => IcfItem.TryParse(notation, out var item, out _) ? new IcfReading(item!.Code, item.First, item.Second, item.Facilitator, null) : throw new AssertionException(notation))],
        };
        var rows = AssessmentComparison.Icf([Sheet("d850.34", "e310.2"), Sheet("d850.23", "b130.8", "e310+3", "e310.1")]);

        Assert.That(rows.Select(row => row.Key), Is.EqualTo(new[] { "b130", "d850", "e310", "e310" }));
        Assert.That(rows[0].Values, Is.EqualTo(new[] { null, new ComparedValue("b130.8", null, null, false) }), "not specified is no judgement");
        Assert.That(rows[1].Values, Is.EqualTo(new[] { new ComparedValue("d850.34", 3, 4, false), new ComparedValue("d850.23", 2, 3, false) }));
        Assert.That(rows[3].Values[0], Is.Null);
        Assert.That(rows[3].Values[1], Is.EqualTo(new ComparedValue("e310+3", 3, null, true)));
    }

    [TestCase("2026-11-02", "2026-11-02", null, null)]
    [TestCase("2026-11-01", "2026-11-02", null, "assessment.before-case")]
    [TestCase("2026-11-10", "2026-11-02", "2026-11-10", null)]
    [TestCase("2026-11-09", "2026-11-02", "2026-11-10", "assessment.before-former")]
    public void AssessmentDay_IsOfTheCaseAndAfterTheFormerMoment(string held, string opened, string? former, string? code)
    {
        void Check() => AssessmentDay.Check(DateOnly.Parse(held, null), DateOnly.Parse(opened, null), former is null ? null : 0, former is null ? null : DateOnly.Parse(former, null));

        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<FieldException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }
}
