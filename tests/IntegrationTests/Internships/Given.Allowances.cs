using System.Globalization;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>The scheme of the FSE+ calls of the Marche, for social inclusion: 400 € above 75 % of presence.</summary>
    public static readonly Guid FlatScheme = new("019AC000-0000-7000-8000-000000000001");

    /// <summary>The ordinary internships of Toscana: 500 € from 70 % of presence on, 300 from 50 %.</summary>
    public static readonly Guid StepsScheme = new("019AC000-0000-7000-8000-000000000010");

    /// <summary>The ordinary internships of the Marche.</summary>
    public static readonly Guid MarcheScheme = new("019AC000-0000-7000-8000-000000000002");

    /// <summary>The ordinary internships of Lombardia: 500 €, 400 with meals.</summary>
    public static readonly Guid LombardiaScheme = new("019AC000-0000-7000-8000-000000000005");

    /// <summary>Those of Lombardia of which no day is longer than four hours: 350 €.</summary>
    public static readonly Guid ShortDaysScheme = new("019AC000-0000-7000-8000-000000000006");

    /// <summary>The national floor, for regions without rules of their own.</summary>
    public static readonly Guid NationalScheme = new("019AC000-0000-7000-8000-000000000012");

    /// <summary>A dowry of 4,800 € in shares of 800.</summary>
    public static readonly Guid DowryScheme = new("019AC000-0000-7000-8000-000000000013");

    private static int programmes;

    /// <summary>A programme of two years with so much for allowances.</summary>
    public async Task<Guid> Programme(long allowanceCents = 24_000_00, string startsOn = "2026-01-01", string endsOn = "2027-12-31")
    {
        var name = $"Programma di prova {Interlocked.Increment(ref programmes)}";
        return (await (await As(Role.Coordinator)).Post("programmes", new
        {
            name, kind = "fsePlus", leadBodyId = await ReferringBody("municipality"), startsOn, endsOn, lines = new[] { new { kind = "allowances", title = "Indennità", cents = allowanceCents } },
        }).Expect(201)).Id;
    }

    /// <summary>A proposal that a scheme may pay: of its region and kind, with an allowance that the region admits.</summary>
    public static Proposal Paid(Proposal proposal, Guid? scheme = null) =>
        scheme == StepsScheme ? proposal with { Region = "Toscana", AllowanceCents = 500_00 }
        : scheme == DowryScheme || scheme == MarcheScheme ? proposal
        : proposal with { Kind = "socialInclusion" };

    /// <summary>The programme pays the internship.</summary>
    public async Task Assigned(Guid internship, Guid programme, Guid? scheme = null, bool dowryKept = false) =>
        await (await As(Role.Educator)).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = scheme ?? FlatScheme, dowryKept }, 0).Expect(204);

    /// <summary>The person's account.</summary>
    public async Task Account(Guid person, string iban = "IT60X0542811101000000123456", int version = 0) =>
        await (await As(Role.Educator)).Put($"beneficiaries/{person}/bank-account", new { iban, holder = "person" }, version).Expect(204);

    /// <summary>Writes and closes a month: as many minutes on each of the first working days, justified absences on the others.</summary>
    public async Task ClosedRegister(Guid internship, string month, int days = 31, int minutes = 300)
    {
        var educator = await As(Role.Educator);
        var sheet = (await educator.Get($"internships/{internship}/attendance/{month}").Expect(200))["sheet"]!;
        var version = sheet["version"]!.GetValue<int>();
        var written = sheet["days"]!.AsArray().Where(day => day!["usualMinutes"]!.GetValue<int>() > 0).Select((day, place) => place < days
            ? (object)new { day = day!["day"]!.ToString(), minutes, absence = (string?)null } : new { day = day!["day"]!.ToString(), minutes = (int?)null, absence = "justified" }).ToArray();
        version = (await educator.Put($"internships/{internship}/attendance/{month}", new { days = written }, version).Expect(200)).Version;
        await educator.Post($"internships/{internship}/attendance/{month}/signatures", new { tutor = true, intern = true }, ("If-Match", $"\"{version}\"")).Expect(200);
    }

    /// <summary>Opens a closed month again.</summary>
    public async Task ReopenedRegister(Guid internship, string month)
    {
        var educator = await As(Role.Educator);
        var version = (await educator.Get($"internships/{internship}/attendance/{month}").Expect(200))["sheet"]!["version"]!.GetValue<int>();
        await educator.Post($"internships/{internship}/attendance/{month}/reopening", new { reason = "Ore da correggere" }, ("If-Match", $"\"{version.ToString(CultureInfo.InvariantCulture)}\"")).Expect(204);
    }
}
