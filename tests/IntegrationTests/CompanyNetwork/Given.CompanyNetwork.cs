using System.Globalization;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    private static int companies;

    /// <summary>ISTAT codes of the places that tests use.</summary>
    public static class Place
    {
        public const string Grottammare = "044023";
        public const string SanBenedetto = "044066";
        public const string AscoliPiceno = "044007";
        public const string Bologna = "037006";
    }

    /// <summary>A company of the bank.</summary>
    public async Task<Guid> Company(string? name = null, string sector = "catering", string? municipality = Place.Grottammare, string? vatNumber = null, int? permanentStaff = null) =>
        (await (await As(Role.CompanyOperator)).Post("companies", new { name = name ?? $"Azienda {Interlocked.Increment(ref companies)}", sector, municipality, vatNumber, permanentStaff }).Expect(201)).Id;

    /// <summary>Writes into the company's record who looks after it.</summary>
    public async Task LookedAfter(Guid company, Role by)
    {
        var @operator = await As(Role.CompanyOperator);
        var record = await @operator.Get($"companies/{company}").Expect(200);
        var colleague = await AccountOf(await As(by));
        await @operator.Put($"companies/{company}", new { name = record["name"]!.ToString(), sector = record["sector"]!.ToString(), municipality = record["municipality"]?.ToString(), lookedAfterBy = colleague }, record.Version).Expect(200);
    }

    /// <summary>A body of the network.</summary>
    public async Task<Guid> PartnerBody(string name = "SerD di prova", string kind = "addictionService") =>
        (await (await As(Role.Coordinator)).Post("partner-bodies", new { name, kind }).Expect(201)).Id;

    /// <summary>A valid VAT number: seven digits of its own, office 044, check digit.</summary>
    public static string VatNumber(int sequence)
    {
        var ten = sequence.ToString("0000000", CultureInfo.InvariantCulture) + "044";
        var sum = ten.Select((character, index) => (character - '0') * (index % 2 == 0 ? 1 : 2)).Sum(digit => digit > 9 ? digit - 9 : digit);
        return ten + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
