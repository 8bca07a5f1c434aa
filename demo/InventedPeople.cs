using System.Globalization;
using System.Text;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Demo;

/// <summary>A person who does not exist, with an identifier that is valid in form.</summary>
internal sealed record InventedPerson(string Surname, string Name, Sex Sex, DateOnly BirthDate, Municipality Birthplace, Municipality Home, string Street, string TaxCode, string Phone, string Email);

/// <summary>Makes plausible Italian people. Names are common ones drawn apart from each other; e-mail domains are reserved for examples (RFC 2606).</summary>
internal sealed class InventedPeople(Chance chance)
{
    private static readonly string[] Women =
    [
        "Anna", "Maria", "Giulia", "Francesca", "Sara", "Chiara", "Laura", "Elena", "Silvia", "Valentina", "Martina", "Alessia", "Federica", "Paola", "Roberta", "Simona", "Daniela", "Cristina", "Monica",
        "Barbara", "Ilaria", "Eleonora", "Giorgia", "Elisa", "Serena", "Katia", "Loredana", "Fatima", "Irina", "Blessing", "Mirela", "Rosa", "Teresa", "Lucia",
    ];

    private static readonly string[] Men =
    [
        "Marco", "Andrea", "Luca", "Giuseppe", "Antonio", "Francesco", "Matteo", "Alessandro", "Davide", "Simone", "Stefano", "Roberto", "Paolo", "Fabio", "Massimo", "Daniele", "Riccardo", "Emanuele",
        "Nicola", "Mirko", "Mauro", "Sandro", "Omar", "Gianluca", "Vincenzo", "Salvatore", "Ivan", "Ahmed", "Mihai", "Samuel", "Enrico", "Pietro", "Diego", "Michele", "Giovanni", "Fabrizio",
    ];

    private static readonly string[] Surnames =
    [
        "Rossi", "Bianchi", "Verdi", "Neri", "Gialli", "Esposito", "Ricci", "Marini", "Costantini", "Romani", "Fioravanti", "Capriotti", "Spinozzi", "Straccia", "Marinangeli", "Cameli", "Felicetti", "Vagnoni",
        "Mandolini", "Pulcini", "Assenti", "Novelli", "Carosi", "Amadio", "Collini", "Girolami", "Palestini", "Traini", "Bruni", "Gabrielli", "Massetti", "Pompei", "Silvestri", "Travaglini", "Ciarrocchi",
        "Merlini", "Santori", "Tassotti", "Ursini", "Valori", "Zeppilli", "Lanciotti", "Fabiani", "Cicconi", "Del Prete", "De Angelis", "D'Angelo", "Popescu", "El Amrani", "Okafor", "Hoxha",
    ];

    private static readonly string[] Streets =
    [
        "Via dei Gelsi", "Via delle Ginestre", "Via dei Mulini Vecchi", "Via del Lavatoio", "Via delle Saline", "Via dei Cordai", "Via del Glicine", "Viale dei Tigli", "Via della Fornace", "Vicolo del Pozzo",
        "Contrada Valle Chiara", "Via dei Pescatori", "Via del Frantoio", "Via delle Querce", "Largo dei Tintori",
    ];

    private static readonly string[] Piceno =
    [
        "San Benedetto del Tronto", "San Benedetto del Tronto", "San Benedetto del Tronto", "Grottammare", "Grottammare", "Ascoli Piceno", "Cupra Marittima", "Monteprandone", "Ripatransone", "Offida", "Acquaviva Picena",
        "Spinetoli", "Castel di Lama", "Monsampolo del Tronto", "Massignano", "Montefiore dell'Aso", "Cossignano", "Castignano", "Colli del Tronto",
    ];

    private static readonly string[] Elsewhere = ["Roma", "Napoli", "Milano", "Teramo", "Pescara", "Ancona", "Macerata", "Fermo", "Foggia", "Bari"];

    private readonly HashSet<string> taken = [];
    private readonly HashSet<string> addresses = [];

    /// <summary>A municipality of the district.</summary>
    public Municipality Home() => Known(chance.Of(Piceno), "AP");

    public InventedPerson Next(Sex sex, int youngest, int oldest, int year)
    {
        while (true)
        {
            var surname = chance.Of(Surnames);
            var name = chance.Of(sex == Sex.Female ? Women : Men);
            var born = chance.Day(new DateOnly(year - oldest, 1, 1), new DateOnly(year - youngest, 12, 31));
            var birthplace = chance.OneIn(4) ? Known(chance.Of(Elsewhere), null) : Home();
            var code = TaxCode.Compute(surname, name, born, sex, birthplace.Belfiore).Value;
            if (taken.Add(code) && taken.Add($"{surname} {name}"))
            {
                return new(surname, name, sex, born, birthplace, Home(), Street(), code, Phone(), EmailOf(surname, name));
            }
        }
    }

    public string Street() => $"{chance.Of(Streets)} {chance.Between(1, 120)}";

    /// <summary>A number whose prefix is given to nobody.</summary>
    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"390 0{chance.Between(100000, 999999)}");

    /// <summary>An address that nobody else has: two equal ones would look like one person twice. The draw stays one, so that the rest of the year stays as it is.</summary>
    public string EmailOf(string surname, string name) => Unused($"{Letters(name)}.{Letters(surname)}", chance.Between(1, 99), "example.org");

    /// <summary>The address of a company's office, of which the same holds.</summary>
    public string OfficeEmail() => Unused("info", chance.Between(100, 999), "example.com");

    private string Unused(string name, int number, string domain)
    {
        string address;
        do
        {
            address = string.Create(CultureInfo.InvariantCulture, $"{name}{number++}@{domain}");
        }
        while (!addresses.Add(address));

        return address;
    }

    private static Municipality Known(string name, string? province) => Municipalities.Find(name, province) ?? throw new InvalidOperationException($"{name} is not a municipality.");

    private static string Letters(string text) => new([.. text.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);
}
