using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class CellTextTests
{
    [TestCase(null, null)]
    [TestCase("", null)]
    [TestCase(" \u00a0\t", null)]
    [TestCase("-", null)]
    [TestCase("--", null)]
    [TestCase("//", null)]
    [TestCase("n.d.", null)]
    [TestCase("N.D.", null)]
    [TestCase(" n/a ", null)]
    [TestCase("#N/D", null)]
    [TestCase("…", "…")]
    [TestCase("  Bar\u00a0 Centrale \u200b", "Bar Centrale")]
    [TestCase("una \r\n  due", "una\ndue")]
    [TestCase("N", "N")]
    public void Text_OfACell_IsTidiedAndNullWhenItMeansNothing(string? cell, string? text) => Assert.That(CellText.Text(cell), Is.EqualTo(text));

    [TestCase("3/12/2024", "2024-12-03")]
    [TestCase("03/12/2024", "2024-12-03")]
    [TestCase(" 3-12-24 ", "2024-12-03")]
    [TestCase("03.12.2024", "2024-12-03")]
    [TestCase("3/12/2024 09:30", "2024-12-03")]
    [TestCase("2024-12-03", "2024-12-03")]
    [TestCase("2024/12/03", "2024-12-03")]
    [TestCase("20241203", "2024-12-03")]
    [TestCase("2024-12-03T10:11:12.5Z", "2024-12-03")]
    [TestCase("45354", "2024-03-03")]
    [TestCase("45354,75", "2024-03-03")]
    [TestCase("3 marzo 2024", "2024-03-03")]
    [TestCase("3 MARZO 2024", "2024-03-03")]
    [TestCase("1° gennaio 2024", "2024-01-01")]
    [TestCase("domenica 3 marzo 2024", "2024-03-03")]
    [TestCase("lunedì 4 mar. 2024", "2024-03-04")]
    [TestCase("3-mar-24", "2024-03-03")]
    [TestCase("3 sett. 2024", "2024-09-03")]
    [TestCase("3 May 2024", "2024-05-03")]
    [TestCase("29/2/2024", "2024-02-29")]
    [TestCase("1/1/49", "2049-01-01")]
    [TestCase("1/1/50", "1950-01-01")]
    public void Date_AsPeopleWriteIt_IsRead(string cell, string day) =>
        Assert.That(CellText.Date(cell).Value, Is.EqualTo(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [TestCase("31/02/2024")]
    [TestCase("29/2/2023")]
    [TestCase("12/31/2024")]
    [TestCase("2024")]
    [TestCase("3/12")]
    [TestCase("3/12-2024")]
    [TestCase("3 brumaio 2024")]
    [TestCase("0/1/2024")]
    [TestCase("domani")]
    public void Date_ThatIsNone_IsWrongAndNotGuessed(string cell)
    {
        Assert.That(CellText.Date(cell).IsWrong, Is.True);
        Assert.That(CellText.Date(cell).HasValue || CellText.Date(cell).IsBlank, Is.False);
    }

    [Test]
    public void Date_OfBirthInTwoDigits_IsNotInTheFuture()
    {
        var today = new DateOnly(2026, 11, 22);

        Assert.That(CellText.Date("1/12/26", today).Value, Is.EqualTo(new DateOnly(1926, 12, 1)));
        Assert.That(CellText.Date("1/11/26", today).Value, Is.EqualTo(new DateOnly(2026, 11, 1)));
    }

    [Test]
    public void Date_Blank_IsBlank() => Assert.That(CellText.Date(" n.d. "), Has.Property("IsBlank").True.And.Property("IsWrong").False);

    [Test]
    public void Date_WrittenInAnyOfTheWays_ComesBack() =>
        Prop.ForAll(Gen.Choose(0, 70_000).ToArbitrary(), Gen.Elements("d/M/yyyy", "dd-MM-yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMMM yyyy", "dddd d MMMM yyyy", "dd MMM yyyy").ToArbitrary(),
            (days, format) =>
            {
                var day = new DateOnly(1927, 5, 18).AddDays(days);
                var serial = day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
                return CellText.Date(day.ToString(format, CultureInfo.GetCultureInfo("it-IT"))).Value == day
                    && CellText.Date(serial.ToString(CultureInfo.InvariantCulture)).Value == day;
            }).QuickCheckThrowOnFailure();

    [TestCase("12 ", 12)]
    [TestCase("1.200", 1200)]
    [TestCase("1.234.567", 1234567)]
    [TestCase("1 200", 1200)]
    [TestCase("1\u00a0200", 1200)]
    [TestCase("1'200", 1200)]
    [TestCase("12,00", 12)]
    [TestCase("12.0", 12)]
    [TestCase("1.200,00", 1200)]
    [TestCase("-5", -5)]
    [TestCase("007", 7)]
    [TestCase("0", 0)]
    public void Integer_AsPeopleWriteIt_IsRead(string cell, int number) => Assert.That(CellText.Integer(cell).Value, Is.EqualTo(number));

    [TestCase("12,5")]
    [TestCase("1.2")]
    [TestCase("1,200")]
    [TestCase("1.20.000")]
    [TestCase("1.234 567")]
    [TestCase("99999999999")]
    [TestCase("circa 10")]
    [TestCase("5-10")]
    public void Integer_ThatIsNoneOrNotCertain_IsWrong(string cell) => Assert.That(CellText.Integer(cell).IsWrong, Is.True);

    [Test]
    public void Integer_WrittenWithOrWithoutThousands_ComesBack() =>
        Prop.ForAll<int>(number => CellText.Integer(number.ToString("N0", CultureInfo.GetCultureInfo("it-IT"))).Value == number
            && CellText.Integer(number.ToString(CultureInfo.InvariantCulture)).Value == number).QuickCheckThrowOnFailure();

    [TestCase("sì", true)]
    [TestCase("SI", true)]
    [TestCase("si'", true)]
    [TestCase("S", true)]
    [TestCase("x", true)]
    [TestCase("VERO", true)]
    [TestCase("no", false)]
    [TestCase("N", false)]
    [TestCase("Falso", false)]
    public void YesNo_AsPeopleWriteIt_IsRead(string cell, bool yes) => Assert.That(CellText.YesNo(cell).Value, Is.EqualTo(yes));

    [Test]
    public void YesNo_OtherwiseOrNothing_IsWrongOrBlank()
    {
        Assert.That(CellText.YesNo("forse").IsWrong, Is.True);
        Assert.That(CellText.YesNo("-").IsBlank, Is.True);
    }

    [Test]
    public void AnyText_InAnyHelper_IsBlankOrWrongOrAValue() =>
        Prop.ForAll<string>(text =>
        {
            var (date, number, yes) = (CellText.Date(text), CellText.Integer(text), CellText.YesNo(text));
            return date.IsBlank == CellText.IsBlank(text) && number.IsBlank == date.IsBlank && yes.IsBlank == date.IsBlank;
        }).QuickCheckThrowOnFailure();
}
