using System.Globalization;
using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Demo;

/// <summary>The weekly bulletin of a year, from number 561 to number 611, to almost a thousand addresses.</summary>
internal sealed class BulletinStory(DemoStage stage, Chance chance, InventedPeople people, InventedCompanies companies)
{
    private const int FirstNumber = 561;
    private const int InJanuary = 931;
    private const int Later = 55;

    private static readonly string[] Jobs =
    [
        "Aiuto cuoco", "Cameriera o cameriere di sala", "Magazziniera o magazziniere", "Addetta o addetto alle pulizie", "Operaia o operaio agricolo", "Banconista", "Lavapiatti", "Giardiniera o giardiniere",
        "Commessa o commesso", "Autista patente B", "Falegname", "Assistente familiare", "Barista", "Receptionist stagionale", "Confezionamento alimentare",
    ];

    private static readonly string[] Courses = ["Corso gratuito di sicurezza sul lavoro", "Corso gratuito per carrellisti", "Corso gratuito di cucina", "Italiano per il lavoro", "Competenze digitali di base"];

    public void Write()
    {
        for (var number = 0; number < InJanuary + Later; number++)
        {
            var someone = people.Next(chance.OneIn(2) ? Sex.Female : Sex.Male, 18, 70, 2024);
            var email = string.Create(CultureInfo.InvariantCulture, $"lettore{number + 1}.{someone.Email}");
            var on = number < InJanuary ? new DateOnly(2024, 1, 2) : chance.Day(new DateOnly(2024, 2, 1), new DateOnly(2024, 12, 10));
            stage.On(on, 8, () => stage.SendAsync(stage.Editor, new AddSubscriber(email, "modulo cartaceo allo sportello", on, "Desidero ricevere il bollettino settimanale.")));
        }

        var issue = FirstNumber;
        for (var thursday = new DateOnly(2024, 1, 4); thursday.Year == 2024; thursday = thursday.AddDays(7))
        {
            if (thursday is { Month: 8, Day: 15 })
            {
                continue; // no bulletin at mid-August
            }

            var (number, day) = (issue++, thursday);
            stage.On(day.AddDays(-1), 12, () => ComposeAsync(number, day));
            stage.On(day, new TimeOnly(9, 5), SendAsync);
        }
    }

    private async Task ComposeAsync(int number, DateOnly day)
    {
        List<Guid> jobs = [], training = [];
        for (var offer = chance.Between(3, 5); offer > 0; offer--)
        {
            jobs.Add(await PublishAsync(OpportunityKind.Job, chance.Of(Jobs), companies.Next().Name, day));
        }

        training.Add(await PublishAsync(OpportunityKind.Training, chance.Of(Courses), "Servizio di inclusione lavorativa", day));
        await stage.SendAsync(stage.Editor, new CreateEdition
        {
            Number = number == FirstNumber ? FirstNumber : null,
            Title = string.Create(CultureInfo.GetCultureInfo("it-IT"), $"Le opportunità della settimana, {day:d MMMM yyyy}"),
            Intro = "Buona lettura! Per aiuto nel rispondere a un'offerta lo sportello è aperto ogni mattina.",
            Sections = [new SectionContent("Offerte di lavoro", jobs), new SectionContent("Formazione", training)],
        });
        await stage.SendAsync(stage.Editor, new ScheduleEdition(number, Shared.ItalianTime.AtInItaly(day, new TimeOnly(9, 0))));
    }

    private async Task<Guid> PublishAsync(OpportunityKind kind, string title, string organiser, DateOnly day)
    {
        var posted = await stage.SendAsync(stage.Editor, new PostOpportunity
        {
            Kind = kind,
            Title = title,
            Description = kind == OpportunityKind.Job ? "Si cerca una persona seria, anche alla prima esperienza. Affiancamento iniziale." : "Corso gratuito e aperto a tutti, con attestato di frequenza.",
            Organiser = organiser,
            Municipality = people.Home().Istat,
            ContractType = kind == OpportunityKind.Job ? chance.Of(["tempo determinato", "stagionale", "part time", "tempo indeterminato"]) : null,
            Hours = kind == OpportunityKind.Job ? chance.Of(["20 ore a settimana", "30 ore a settimana", "40 ore a settimana"]) : null,
            ApplyEmail = "sportello@example.org",
            Deadline = day.AddDays(chance.Between(14, 30)),
            Positions = chance.Between(1, 3),
        });
        await stage.SendAsync(stage.Editor, new DecideOpportunity(posted.Id, OpportunityState.Published, null));
        return posted.Id;
    }

    /// <summary>The job's wake-up: it starts the edition that is due and sends it to the end.</summary>
    private Task SendAsync() => stage.SendAsync(new SendBulletin());
}
