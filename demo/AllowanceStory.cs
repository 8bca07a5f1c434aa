using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.Programmes;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared;

namespace InclusionPlatform.Demo;

/// <summary>A programme that pays the internships of today: one list of last month is being prepared, and somebody's register still misses.</summary>
internal sealed class AllowanceStory(DemoStage stage, CompanyStory companies, InternshipStory internships, SelectionStory selection, DateOnly today)
{
    private const int Minutes = 300;
    private const string DowryLine = "Doti e contributi";

    // Those of the Marche, where the demo's companies are: the FSE+ calls for social inclusion, the region's own for the others.
    private static readonly Guid InclusionScheme = new("019AC000-0000-7000-8000-000000000001"), ExtracurricularScheme = new("019AC000-0000-7000-8000-000000000002");

    // Invented accounts with right check digits.
    private static readonly string[] Accounts = ["IT60X0542811101000000123456", "IT24D0542811101000000654321"];

    private DateOnly Day => today.AddDays(-1);

    private RegisterMonth LastMonth => RegisterMonth.Of(Day).Previous;

    public void Write() => stage.On(Day, 15, async () =>
    {
        var bodies = companies.Network.Where(body => body.Kind is PartnerBodyKind.Municipality or PartnerBodyKind.AddictionService).Select(body => body.Id).ToArray();
        var programme = (await stage.SendAsync(stage.Coordinator, new CreateProgramme(new(
            $"Nuovi passi {today.Year}", ProgrammeKind.FsePlus, "PROVA-FSE-4H", bodies[0], bodies[1..], new(today.Year - 1, 1, 1), new(today.Year + 1, 12, 31), null,
            [new(BudgetKind.Allowances, "Indennità di tirocinio", 24_000_00), new(BudgetKind.Allowances, DowryLine, 4_000_00), new(BudgetKind.Staff, "Tutor e accompagnamento", 18_000_00)], [], [new("Tirocini avviati", 10), new("Persone assunte", 3)], null)))).Id;
        await stage.SendAsync(stage.Coordinator, new CreateProgramme(new(
            "Fondo comunale per il lavoro", ProgrammeKind.Municipal, null, bodies[0], [], new(today.Year, 1, 1), new(today.Year, 12, 31), null,
            [new(BudgetKind.Allowances, "Indennità", 6_000_00), new(BudgetKind.Training, "Corsi brevi", 2_500_00)], [], [], null)));
        foreach (var (running, place) in internships.Running.Select((running, place) => (running, place)))
        {
            await PayAsync(running.Educator, running.Id, programme, Accounts[place % Accounts.Length], lastMonthToo: place % 2 == 0);
        }

        if (internships.Running.Count > 0)
        {
            await stage.SendAsync(stage.Coordinator, new MakeRun(programme, LastMonth.Text));
        }

        await selection.WriteAsync(programme, bodies[0], DowryLine);
    });

    private async Task PayAsync(Colleague educator, Guid id, Guid programme, string account, bool lastMonthToo)
    {
        var internship = await stage.SendAsync(educator, new GetInternship(id));
        await stage.SendAsync(educator, new AssignAllowance(id, 0, Payer.Programme, programme, internship.Kind is InternshipKind.SocialInclusion ? InclusionScheme : ExtracurricularScheme, null, false));
        await stage.SendAsync(educator, new SaveBankAccount(internship.BeneficiaryId, 0, account, AccountHolder.Person, null));
        var last = lastMonthToo ? LastMonth : LastMonth.Previous;
        for (var month = RegisterMonth.Of(internship.StartsOn); month.First <= last.First; month = month.Next)
        {
            var sheet = (await stage.SendAsync(educator, new GetRegister(id, month.Text))).Sheet;
            var working = sheet.Days.Where(day => day.UsualMinutes > 0).ToArray();
            WrittenDay[] days = [.. working.Select((day, number) => number == 2 ? new WrittenDay(day.Day, null, Absence.Justified) : new WrittenDay(day.Day, Minutes, null))];
            var saved = await stage.SendAsync(educator, new SaveRegister(id, month.Text, sheet.Version, days));
            await stage.SendAsync(educator, new SignRegister(id, month.Text, saved.Version, Tutor: true, Intern: true));
        }
    }
}
