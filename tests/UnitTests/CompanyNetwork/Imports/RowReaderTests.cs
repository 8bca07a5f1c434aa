using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.CompanyNetwork.Imports;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Imports;

internal sealed class RowReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static RowReading Read(params (string Field, string Text)[] cells)
    {
        var texts = cells.ToDictionary(cell => cell.Field, cell => cell.Text);
        texts.TryAdd("name", "Bar Uno");
        return new RowReader(Today).Read(texts.GetValueOrDefault);
    }

    [Test]
    public void Read_WhenVatNumberLostItsZeros_PutsThemBackAndSaysSo()
    {
        var row = Read(("vatNumber", "488410010.0"));

        Assert.That(row.VatNumber, Is.EqualTo("00488410010"));
        Assert.That(row.Remarks.Single().Code, Is.EqualTo("vat-number.repaired"));
        Assert.That(row.Errors, Is.Empty);
    }

    [TestCase("vatNumber", "#N/D")]
    [TestCase("permanentStaff", " #RIF! ")]
    [TestCase("lastContactOn", "#VALORE!")]
    [TestCase("notes", "#DIV/0!")]
    public void Read_WhenAFormulaHasNoResult_ReadsTheCellAsEmptyAndSaysSo(string field, string cell)
    {
        var row = Read((field, cell));

        Assert.That((row.VatNumber, row.PermanentStaff, row.LastContactOn, row.Notes), Is.EqualTo(default((string?, int?, DateOnly?, string?))));
        Assert.That(row.Remarks.Single(), Has.Property("Field").EqualTo(field).And.Property("Code").EqualTo("cell.failed-formula"));
        Assert.That(row.Remarks.Single().Message, Does.Contain(cell.Trim()));
    }

    [Test]
    public void Read_WhenVatColumnHoldsATaxCode_PutsItInItsPlace()
    {
        var row = Read(("vatNumber", "RSSMRA85T10A562S"));

        Assert.That((row.VatNumber, row.TaxCode), Is.EqualTo(((string?)null, "RSSMRA85T10A562S")));
    }

    [Test]
    public void Read_WhenPhoneCellHoldsTwoNumbers_KeepsTheFirstAndTheTextInTheNotes()
    {
        var row = Read(("phone", "0735 123456 / 333 1234567"), ("notes", "Buona"));

        Assert.That((row.Phone, row.Notes), Is.EqualTo(("0735 123456", "Buona\n0735 123456 / 333 1234567")));
        Assert.That(row.Remarks.Single().Code, Is.EqualTo("phone-number.several"));
    }

    [Test]
    public void Read_WhenCapLostItsZero_PutsItBack() => Assert.That(Read(("cap", "184"), ("municipality", "Roma")).Cap, Is.EqualTo("00184"));

    [Test]
    public void Read_WhenCapIsOfAnotherPlace_Remarks() => Assert.That(Read(("cap", "40100"), ("municipality", "Grottammare")).Remarks.Single().Code, Is.EqualTo("cap.elsewhere"));

    [TestCase("45354", "2024-03-03")]
    [TestCase("3/3/24", "2024-03-03")]
    [TestCase("3 marzo 2024", "2024-03-03")]
    public void Read_WhenDateIsTextOrNumber_UnderstandsIt(string text, string expected) =>
        Assert.That(Read(("lastContactOn", text)).LastContactOn, Is.EqualTo(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("name", "n.d.", "name.empty")]
    [TestCase("name", "***", "name.empty")]
    [TestCase("permanentStaff", "molti", "permanent-staff.form")]
    [TestCase("nextContactOn", "presto", "date.form")]
    [TestCase("municipality", "Atlantide", "municipality.unknown")]
    [TestCase("taxCode", "ABC", null)]
    [TestCase("contactEmail", "mario", "email.form")]
    [TestCase("contactPhone", "in ufficio", "phone-number.form")]
    public void Read_WhenFieldIsWrong_NamesItOnce(string field, string text, string? code)
    {
        var errors = Read((field, text)).Errors;

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(errors[0].Field, Is.EqualTo(field));
        Assert.That(code is null || errors[0].Code == code, errors[0].Code);
    }

    [Test]
    public void Read_WhenCellsMeanNothing_LeavesTheFieldsEmpty()
    {
        var row = Read(("vatNumber", "-"), ("phone", "n.d."), ("municipality", "//"), ("email", "  "));

        Assert.That((row.VatNumber, row.Phone, row.Municipality, row.Email), Is.EqualTo(((string?)null, (string?)null, (string?)null, (string?)null)));
        Assert.That(row.Errors, Is.Empty);
    }

    [Test]
    public void Read_WhateverTheCellsHold_NeverThrowsAndNamesKnownFields() =>
        Prop.ForAll<string, string, string>((one, two, three) =>
            Read(("vatNumber", one ?? ""), ("phone", two ?? ""), ("municipality", three ?? ""), ("email", one ?? ""), ("name", two ?? "")).Errors
                .All(error => ImportFields.Known.Any(known => known.Field == error.Field))).Check(Config.QuickThrowOnFailure);
}
