using System.Globalization;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Demo;

/// <summary>A company that does not exist.</summary>
internal sealed record InventedCompany(string Name, string VatNumber, string Sector, string Kind, int Staff, Municipality Place, string Street, string Phone, string Email, string Contact);

/// <summary>Makes companies with obviously invented names and VAT numbers that are valid in form.</summary>
internal sealed class InventedCompanies(Chance chance, InventedPeople people)
{
    // Weights follow the sectors in which the first service places people: catering, third sector, crafts, trade, agriculture.
    private static readonly (string Sector, int Weight, string[] Trades)[] Kinds =
    [
        ("catering", 24, ["Trattoria", "Pizzeria", "Ristorante", "Gelateria", "Bar", "Mensa", "Rosticceria"]),
        ("thirdSector", 18, ["Cooperativa sociale", "Associazione", "Emporio solidale", "Fondazione"]),
        ("crafts", 16, ["Falegnameria", "Carrozzeria", "Tipografia", "Sartoria", "Officina", "Vetreria"]),
        ("trade", 16, ["Ferramenta", "Alimentari", "Libreria", "Emporio", "Supermercato", "Fioreria"]),
        ("agriculture", 12, ["Agriturismo", "Vivaio", "Azienda agricola", "Cantina", "Frantoio"]),
        ("hospitality", 6, ["Hotel", "Residence", "Campeggio"]),
        ("industry", 4, ["Manifattura", "Conserviera"]),
        ("logistics", 3, ["Magazzini", "Trasporti"]),
        ("cleaning", 3, ["Pulizie", "Lavanderia"]),
        ("care", 3, ["Casa di riposo", "Centro diurno"]),
    ];

    private static readonly string[] Fancies =
    [
        "Il Faro", "Le Due Torri", "La Quercia", "Collina", "Riviera Blu", "Nuvola", "Mensa Sole", "del Porto", "Acqua Chiara", "La Lanterna", "Tre Gabbiani", "Il Melograno", "La Girandola", "Onda Lenta", "Il Riccio",
        "Mezzaluna", "La Rondine", "Vento di Terra", "La Bussola", "Pane e Parole", "Il Gelso", "Stella Polare", "Le Ginestre", "Il Timone", "La Chiocciola", "Sette Colli", "Alba Nuova", "Il Papavero", "Terra Promessa",
        "La Marina", "Il Sentiero", "Cielo Aperto", "La Fenice", "Mani in Pasta", "Il Ponte", "La Zattera", "Arcobaleno", "Il Cortile", "La Macina", "Orto Felice",
    ];

    private readonly HashSet<string> taken = [];

    public InventedCompany Next()
    {
        while (true)
        {
            var (sector, _, trades) = Draw();
            var trade = chance.Of(trades);
            var name = $"{trade} {chance.Of(Fancies)}";
            if (taken.Contains(name) && taken.Count < 900)
            {
                continue;
            }

            taken.Add(name);
            var contact = people.Next(chance.OneIn(2) ? Shared.Identifiers.Sex.Female : Shared.Identifiers.Sex.Male, 28, 64, 2024);
            var kind = sector == "thirdSector" ? trade switch { "Cooperativa sociale" => chance.OneIn(2) ? "socialCooperativeA" : "socialCooperativeB", _ => "association" } : "company";
            var staff = chance.Below(10) switch { < 4 => chance.Between(1, 5), < 8 => chance.Between(6, 20), _ => chance.Between(21, 80) };
            return new(name, Vat(), sector, kind, staff, people.Home(), people.Street(), people.Phone(), people.OfficeEmail(), $"{contact.Name} {contact.Surname}");
        }
    }

    private (string Sector, int Weight, string[] Trades) Draw()
    {
        var at = chance.Below(Kinds.Sum(kind => kind.Weight));
        foreach (var kind in Kinds)
        {
            if ((at -= kind.Weight) < 0)
            {
                return kind;
            }
        }

        return Kinds[0];
    }

    /// <summary>Valid in form and starting with 99: province code 99x is given to nobody in the first three digits of the office.</summary>
    private string Vat()
    {
        while (true)
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"99{chance.Between(0, 99999):00000}099");
            var sum = 0;
            for (var at = 0; at < 10; at++)
            {
                var digit = body[at] - '0';
                sum += at % 2 == 0 ? digit : digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            }

            var number = body + (char)('0' + ((10 - (sum % 10)) % 10));
            if (taken.Add(number))
            {
                return number;
            }
        }
    }
}
