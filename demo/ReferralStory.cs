using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared;

namespace InclusionPlatform.Demo;

/// <summary>The last weeks between the company bank and the educators: needs without names, and a company referral in each state.</summary>
internal sealed class ReferralStory(DemoStage stage, CompanyStory companies, DateOnly today)
{
    private const string Home = "044066"; // San Benedetto del Tronto

    /// <summary>Far from the companies that the rest of the present calls.</summary>
    private const int FirstCompany = 3;

    private static readonly WeekSlot[] Mornings = [.. Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => new WeekSlot(day, DayPart.Morning))];

    private Colleague Educator => stage.Educators[0];

    /// <param name="follow">Takes a person on and answers the case.</param>
    public void Write(Func<Task<DemoPerson>> follow)
    {
        On(-6, 9, () => stage.SendAsync(Educator, new OpenNeed(Home, ["catering", "trade"], 25, AvailabilityContext.Productive, 25, Mornings, HasLicence: false, CanDoShifts: false,
            MostEffort: PhysicalEffort.Medium, NeedsInterruptions: true, Note: "Posto raggiungibile con i mezzi pubblici, tutor presente al mattino.")));
        On(-2, 9, () => stage.SendAsync(Educator, new OpenNeed(Home, ["agriculture"], 30, AvailabilityContext.Protected, 20, MostEffort: PhysicalEffort.Low)));

        Propose(at: 0, "aiuto in cucina", PhysicalEffort.Medium, InterruptionTolerance.Some, places: 2, daysAgo: 2, _ => Task.CompletedTask);
        Propose(at: 1, "confezionamento", PhysicalEffort.Low, InterruptionTolerance.Yes, places: 1, daysAgo: 1, _ => Task.CompletedTask);
        Propose(at: 2, "sala e banco", PhysicalEffort.Medium, InterruptionTolerance.No, places: 1, daysAgo: 4, id => stage.SendAsync(Educator, new AcceptReferral(id, null)));
        Propose(at: 3, "magazzino", PhysicalEffort.High, InterruptionTolerance.No, places: 1, daysAgo: 5, id => stage.SendAsync(Educator, new DeclineReferral(id, CompanyDeclineReason.ConstraintsDoNotFit, "Servirebbe una mansione più leggera, con qualche pausa.")));
        Propose(at: 4, "manutenzione del verde", PhysicalEffort.Medium, InterruptionTolerance.Some, places: 1, daysAgo: 9, _ => Task.CompletedTask, days: 3);
        Propose(at: 5, "lavanderia", PhysicalEffort.Low, InterruptionTolerance.Some, places: 1, daysAgo: 3, id => stage.SendAsync(stage.CompanyOperator, new WithdrawReferral(id)));
        Propose(at: 6, "laboratorio di pasticceria", PhysicalEffort.Low, InterruptionTolerance.Yes, places: 1, daysAgo: 8, async id =>
        {
            var person = await follow();
            await stage.SendAsync(Educator, new AcceptReferral(id, person.CaseId));
            await ProposeInternshipAsync(person, Company(6), id);
        });
        On(0, 1, () => stage.SendAsync(new ExpireReferrals()));
    }

    private void Propose(int at, string duties, PhysicalEffort effort, InterruptionTolerance interruptions, int places, int daysAgo, Func<Guid, Task> answer, int days = 7) => On(-daysAgo, 11, async () =>
    {
        var day = today.AddDays(-daysAgo);
        var offer = await stage.SendAsync(stage.CompanyOperator, new DeclareAvailability(Company(at).Id, new AvailabilityOffer
        {
            Places = places,
            Context = at % 3 == 1 ? AvailabilityContext.Protected : AvailabilityContext.Productive,
            Duties = duties,
            Skills = at % 2 == 0 ? "nessuna in particolare: si impara sul posto" : null,
            WeeklyHours = 20 + (at % 2 * 5),
            Slots = Mornings,
            From = day,
            To = day.AddDays(90),
            Trend = at % 2 == 0 ? ProductionTrend.Peak : ProductionTrend.Normal,
            DrivingLicence = effort is PhysicalEffort.High,
            Shifts = false,
            PhysicalEffort = effort,
            Interruptions = interruptions,
            VerifiedOn = day,
        }));
        var proposed = await stage.SendAsync(stage.CompanyOperator, new ProposeCompany(offer.Id, Educator.Id, null, days, at == 0 ? "Il titolare preferisce conoscersi prima con una visita." : null));
        await answer(proposed.Id);
    });

    private DemoCompany Company(int at) => companies.Bank[(FirstCompany + (at * 11)) % companies.Bank.Count];

    private Task<ProposedInternship> ProposeInternshipAsync(DemoPerson person, DemoCompany host, Guid referral) => stage.SendAsync(Educator, new ProposeInternship(new InternshipProposal
    {
        CaseId = person.CaseId,
        CompanyId = host.Id,
        ReferralId = referral,
        Kind = InternshipKind.SocialInclusion,
        Modulation = Modulation.SupportToPlacement,
        StartsOn = today.AddDays(10),
        EndsOn = today.AddDays(10).AddMonths(4),
        WeeklyHours = 20,
        Duties = "Laboratorio di pasticceria: preparazione e riordino",
        Objectives = "Rispettare orari e consegne; imparare le lavorazioni di base.",
        HostTutor = host.Facts.Contact,
        PromoterTutorId = Educator.Id,
        AllowanceCents = 400_00,
        SafetyRisk = SafetyRisk.Low,
        SafetyGeneralHours = 4,
        SafetySpecificHours = 4,
        SafetyOn = today.AddDays(9),
        SafetyBy = "Ente di formazione di prova",
    }));

    private void On(int days, int hour, Func<Task> what) => stage.On(today.AddDays(days), hour, what);
}
