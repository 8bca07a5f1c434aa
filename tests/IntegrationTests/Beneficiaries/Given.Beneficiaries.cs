using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    private static readonly string[] Surnames = ["Abbondanza", "Bellavista", "Campoverde", "Dolcevita", "Fontechiara", "Granturco", "Lungomare", "Montebianco"];
    private static int people;

    /// <summary>What the form of a person sends, with a valid tax code of its own.</summary>
    public static Dictionary<string, object?> Person(string? surname = null, string name = "Gioiosa", string sex = "female", DateOnly? birthDate = null)
    {
        var number = Interlocked.Increment(ref people);
        var called = surname ?? Surnames[number % Surnames.Length];
        var birth = birthDate ?? new DateOnly(1975, 1, 1).AddDays(number * 17 % 9000);
        var code = TaxCode.Compute(called, name, birth, sex == "female" ? Sex.Female : Sex.Male, "H769");
        return new()
        {
            ["surname"] = called,
            ["name"] = name,
            ["sex"] = sex,
            ["gender"] = sex == "female" ? "woman" : "man",
            ["birthDate"] = birth.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["birthplace"] = "H769",
            ["citizenship"] = "IT",
            ["identifiers"] = new { taxCode = code.Value, taxCodeConfirmed = false },
            ["contacts"] = new { phone = "333 1234567", email = "persona@example.test", safeContact = "Chiamare solo al mattino" },
            ["addresses"] = new { domicile = new { street = "Via dei Gerani", number = "4", postalCode = "63074", municipality = "044066" } },
            ["mobility"] = "bicycle",
            ["wishedSectors"] = new[] { "agriculture", "catering" },
        };
    }

    /// <summary>A registered person, without a case, of the educator unless somebody else is named.</summary>
    public async Task<Guid> Beneficiary(ApiUser? by = null, Dictionary<string, object?>? person = null) =>
        (await (by ?? await As(Role.Educator)).Post("beneficiaries", person ?? Person()).Expect(201)).Id;

    /// <summary>A body of the network that refers people.</summary>
    public async Task<Guid> ReferringBody(string kind = "socialAmbit") =>
        (await (await As(Role.Coordinator)).Post("partner-bodies", new { name = $"Ente di prova {Guid.NewGuid():N}", kind }).Expect(201)).Id;

    /// <summary>A person with an open case; the educator is the case manager unless somebody else is named.</summary>
    public async Task<(Guid Person, Guid Case)> Case(ApiUser? by = null, string bodyKind = "socialAmbit", Dictionary<string, object?>? person = null, string openedOn = "2026-11-02")
    {
        var manager = by ?? await As(Role.Educator);
        var beneficiaryId = await Beneficiary(manager, person);
        var referringBodyId = await ReferringBody(bodyKind);
        var opened = await manager.Post("cases", new { beneficiaryId, referringBodyId, openedOn, reason = "workInclusion" }).Expect(201);
        return (beneficiaryId, opened.Id);
    }
}
