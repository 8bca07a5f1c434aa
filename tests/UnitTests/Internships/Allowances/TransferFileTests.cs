using System.Text;
using System.Xml.Linq;
using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Allowances.Transfers;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

internal sealed class TransferFileTests
{
    private const string OneIban = "IT60X0542811101000000123456", OtherIban = "DE89370400440532013000";

    private static AllowancesOptions Options(TransferFormat format = TransferFormat.Cbi) => new()
    {
        TransferFormat = format,
        Payer = new() { Name = "Società della Città", Iban = "IT60 X054 2811 1010 0000 0123 456", Town = "Forlì", PostalCode = "47121", Street = "Piazza Ordelaffi 1", TaxCode = "00488410010", CbiCode = "ABCD1234" },
    };

    private static Transfer To(long cents, string iban = OneIban, string town = "San Benedetto del Tronto") =>
        new(Guid.NewGuid(), cents, new("Niccolò D'Àmbrosi", iban, town, "63074", "Via dei Gerani 4", "IT"), "Indennità di tirocinio ottobre 2026");

    private static TransferOrder Order(params Transfer[] transfers) => new(Guid.NewGuid(), new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), new(2026, 11, 24), transfers);

    private static XElement Written(AllowancesOptions options, TransferOrder order) => XDocument.Parse(Encoding.UTF8.GetString(TransferFile.Write(options, order))).Root!;

    [TestCase(0, "CBIPaymentRequest", "urn:CBI:xsd:CBIPaymentRequest.00.04.01")]
    [TestCase(1, "Document", "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")]
    public void File_WhenWritten_PassesTheBanksChecks(int format, string root, string ns)
    {
        var (options, order) = (Options((TransferFormat)format), Order(To(400_00), To(123_45, OtherIban)));

        Assert.That(TransferCheck.Problems(TransferFile.Write(options, order)), Is.Empty);
        var file = Written(options, order);
        XNamespace names = ns;
        Assert.That(file.Name, Is.EqualTo(names + root));
        Assert.That(file.Descendants(names + "CtrlSum").Select(sum => sum.Value), Is.All.EqualTo("523.45"));
        Assert.That(file.Descendants(names + "NbOfTxs").First().Value, Is.EqualTo("2"));
        Assert.That(file.Descendants(names + "InstdAmt").Select(amount => amount.Value), Is.EqualTo(new[] { "400.00", "123.45" }));
        Assert.That(file.Descendants(names + "InstdAmt").First().Attribute("Ccy")!.Value, Is.EqualTo("EUR"));
        Assert.That(file.Descendants(names + "TwnNm").First().Value, Is.EqualTo("Forli"), "letters that every bank takes");
        Assert.That(file.Descendants(names + "Cdtr").First().Element(names + "Nm")!.Value, Is.EqualTo("Niccolo D'Ambrosi"));
        Assert.That(file.Descendants(names + "Ustrd").First().Value, Is.EqualTo("Indennita di tirocinio ottobre 2026"));
        Assert.That(file.Descendants(names + "CtgyPurp").Count(), Is.EqualTo(2));
        Assert.That(file.Descendants(names + "ReqdExctnDt").Single().Element(names + "Dt")!.Value, Is.EqualTo("2026-11-24"));
        Assert.That(file.Descendants(names + "EndToEndId").Select(id => id.Value.Length), Is.All.LessThanOrEqualTo(35));
        Assert.That(file.Descendants(names + "DbtrAcct").Single().Value, Is.EqualTo(OneIban));
    }

    [Test]
    public void File_WhenCbi_NamesTheBankByAbiAndTheSenderByItsCode()
    {
        XNamespace names = TransferFile.CbiNamespace;
        var file = Written(Options(), Order(To(1)));

        Assert.That(file.Descendants(names + "MmbId").Single().Value, Is.EqualTo("05428"));
        Assert.That(file.Element(names + "GrpHdr")!.Descendants(names + "Othr").Single().Value, Is.EqualTo("ABCD1234CBI"));
        Assert.That(file.Element(names + "PmtInf")!.Element(names + "CtrlSum"), Is.Null, "CBI's block of payments has no totals");
    }

    [Test]
    public void Check_WhenSomethingIsWrong_NamesIt()
    {
        Assert.That(TransferCheck.Problems(TransferFile.Write(Options(), Order(To(1, "IT60X0542811101000000123457")))), Is.EqualTo(new[] { "transfer.iban" }));
        Assert.That(TransferCheck.Problems(TransferFile.Write(Options(), Order(To(0)))), Is.EqualTo(new[] { "transfer.amount" }));
        Assert.That(TransferCheck.Problems(TransferFile.Write(Options(), Order(To(1, town: " ")))), Is.EqualTo(new[] { "transfer.town" }));
        var text = Encoding.UTF8.GetString(TransferFile.Write(Options(), Order(To(400_00), To(100_00))));
        Assert.That(TransferCheck.Problems(Encoding.UTF8.GetBytes(text.Replace("<CtrlSum>500.00", "<CtrlSum>500.01"))), Is.EqualTo(new[] { "transfer.totals" }));
        Assert.That(TransferCheck.Problems(Encoding.UTF8.GetBytes(text.Replace("<NbOfTxs>2", "<NbOfTxs>3"))), Is.EqualTo(new[] { "transfer.totals" }));
        Assert.That(TransferCheck.Problems(Encoding.UTF8.GetBytes(text.Replace("TwnNm>", "Dummy>"))), Does.Contain("transfer.order").And.Contain("transfer.town"));
        Assert.That(TransferCheck.Problems(Encoding.UTF8.GetBytes(text.Replace("00.04.01", "00.04.00"))), Does.Contain("transfer.namespace"));
        Assert.That(TransferCheck.Problems(Encoding.UTF8.GetBytes(text.Replace("CtgyPurp>", "SvcLvl>"))), Does.Contain("transfer.category"));
    }

    [TestCase("Łukasz Weiß", "Lukasz Weiss")]
    [TestCase("Rossi & Figli <Srl>", "Rossi Figli Srl")]
    [TestCase("王 D’Angelo", "D'Angelo")]
    [TestCase("Æmilia Yıldız–Œuvre Þór", "AEmilia Yildiz-OEuvre Thor")]
    [TestCase("Олена", "")]
    public void Text_WhenItHasOtherLetters_KeepsWhatBanksTake(string text, string written) => Assert.That(TransferFile.Text(text, 70), Is.EqualTo(written));

    [Test]
    public void Amount_WhenCents_HasTwoPlaces() => Assert.That(new[] { TransferFile.Amount(5), TransferFile.Amount(100_00), TransferFile.Amount(1_234_567_89) }, Is.EqualTo(new[] { "0.05", "100.00", "1234567.89" }));

    [TestCase("2026-11-27", "2026-11-30")]
    [TestCase("2026-12-24", "2026-12-28")]
    [TestCase("2026-04-02", "2026-04-07")]
    public void BankingDay_WhenAfterADay_LeavesOutWeekendsHolidaysAndGoodFriday(string day, string next) =>
        Assert.That(BankingDays.After(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture)));
}
