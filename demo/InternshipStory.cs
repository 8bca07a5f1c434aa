using System.Globalization;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared;

namespace InclusionPlatform.Demo;

/// <summary>From the convention to the outcome, at hosts of which most are new ones: the network grows.</summary>
internal sealed class InternshipStory(DemoStage stage, Chance chance, CompanyStory companies)
{
    private const long Allowance = 400_00;
    private const int Hours = 25;

    private static readonly DateOnly LastEnd = new(2025, 6, 30);

    private readonly Dictionary<Guid, Guid> conventions = [];
    private readonly Queue<DemoCompany> fresh = [];
    private int number = 40;

    /// <summary>Those that run when the script ends.</summary>
    public List<(Guid Id, Colleague Educator)> Running { get; } = [];

    /// <summary>Writes an internship into the script and answers its last day.</summary>
    public DateOnly Write(DemoPerson person, DateOnly startsOn, int months, bool complete = true, bool again = false)
    {
        var endsOn = startsOn.AddMonths(months).AddDays(-1);
        var proposedOn = startsOn.AddDays(-7);
        Guid id = default;
        Guid convention = default;
        var host = new Lazy<DemoCompany>(NextHost);
        stage.On(proposedOn, 9, async () =>
        {
            convention = await ConventionAsync(host.Value, proposedOn);
            id = (await stage.SendAsync(person.Educator, new ProposeInternship(new InternshipProposal
            {
                CaseId = person.CaseId,
                CompanyId = host.Value.Id,
                Kind = person.FromAddictionServices || chance.OneIn(2) ? InternshipKind.SocialInclusion : InternshipKind.Extracurricular,
                Modulation = chance.Of([Modulation.SupportToPlacement, Modulation.SupportToPlacement, Modulation.PlacementInCompany, Modulation.MaintainingSkills]),
                StartsOn = startsOn,
                EndsOn = endsOn,
                WeeklyHours = Hours,
                Duties = chance.Of(["Aiuto in cucina e riordino", "Preparazione degli ordini in magazzino", "Cura del verde e dell'orto", "Accoglienza e servizio al banco", "Lavorazioni di laboratorio"]),
                Objectives = "Rispettare orari e consegne; imparare le lavorazioni di base; lavorare con gli altri.",
                HostTutor = host.Value.Facts.Contact,
                PromoterTutorId = person.Educator.Id,
                ConventionId = convention,
                AllowanceCents = Allowance,
                SafetyRisk = SafetyRisk.Low,
                SafetyGeneralHours = 4,
                SafetySpecificHours = 4,
                SafetyOn = startsOn.AddDays(-1),
                SafetyBy = "Ente di formazione di prova",
            }))).Id;
        });
        if (!complete)
        {
            return endsOn; // papers are missing: something to do today
        }

        stage.On(startsOn.AddDays(-3), 10, () => stage.SendAsync(person.Educator, new RecordDocuments(id, 1, new InternshipDocuments
        {
            ConventionId = convention,
            SignedByPersonOn = startsOn.AddDays(-4),
            SignedByHostOn = startsOn.AddDays(-4),
            SignedByPromoterOn = startsOn.AddDays(-3),
            CommunicationProtocol = string.Create(CultureInfo.InvariantCulture, $"PROVA-{startsOn:yyyyMMdd}-{number++}"),
            CommunicationSentOn = startsOn.AddDays(-3),
            InailPosition = "PROVA-0001",
            LiabilityPolicy = "Polizza di prova 1",
            HostDeclaredOn = startsOn.AddDays(-4),
            AttestedBy = again ? "Servizio di prova" : null,
            AttestedOn = again ? startsOn.AddDays(-5) : null,
        })));
        stage.On(startsOn, 8, async () =>
        {
            await stage.SendAsync(person.Educator, new ActivateInternship(id));
            if (endsOn >= LastEnd)
            {
                Running.Add((id, person.Educator));
            }
        });
        if (endsOn < LastEnd)
        {
            stage.On(endsOn, 18, () => stage.SendAsync(person.Educator, End(id, endsOn)));
        }

        return endsOn;
    }

    private EndInternship End(Guid id, DateOnly on) => chance.Below(10) switch
    {
        < 3 => new(id, on, Outcome.HiredByHost, null, chance.Of([JobContract.FixedTerm, JobContract.Permanent]), on.AddDays(1)),
        < 5 => new(id, on, Outcome.OtherJob, null, JobContract.FixedTerm, on),
        _ => new(id, on, Outcome.CompletedNoJob, null, null, null),
    };

    private async Task<Guid> ConventionAsync(DemoCompany host, DateOnly day)
    {
        if (!conventions.TryGetValue(host.Id, out var convention))
        {
            convention = conventions[host.Id] = (await stage.SendAsync(stage.Coordinator, new CreateConvention(
                host.Id, string.Create(CultureInfo.InvariantCulture, $"{number++}/2024"), day.AddDays(-1), day.AddDays(-1), day.AddYears(3), "PROVA-0001", "Polizza di prova 1"))).Id;
        }

        return convention;
    }

    private DemoCompany NextHost()
    {
        if (fresh.Count == 0)
        {
            foreach (var company in chance.Shuffled(companies.Bank.Where(company => !conventions.ContainsKey(company.Id))))
            {
                fresh.Enqueue(company);
            }
        }

        return fresh.Dequeue();
    }
}
