using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Tags;

namespace InclusionPlatform.Demo;

/// <summary>A company of the bank.</summary>
internal sealed record DemoCompany(Guid Id, InventedCompany Facts);

/// <summary>The company bank and the network's bodies: more than 250 companies, called over the year.</summary>
internal sealed class CompanyStory(DemoStage stage, Chance chance, InventedCompanies companies, InventedPeople people)
{
    private const int InJanuary = 214;
    private const int Later = 50;

    private static readonly (string Name, PartnerBodyKind Kind)[] Bodies =
    [
        ("Servizio Territoriale Dipendenze della Riviera", PartnerBodyKind.AddictionService),
        ("Servizio Territoriale Dipendenze della Collina", PartnerBodyKind.AddictionService),
        ("Servizio Territoriale Dipendenze della Vallata", PartnerBodyKind.AddictionService),
        ("Comunità terapeutica Le Saline", PartnerBodyKind.AddictionService),
        ("Ufficio di esecuzione penale esterna, sede di prova", PartnerBodyKind.PenalExecution),
        ("Centro di salute mentale della Costa", PartnerBodyKind.MentalHealth),
        ("Centro per l'impiego della Riviera", PartnerBodyKind.EmploymentCentre),
        ("Centro per l'impiego della Collina", PartnerBodyKind.EmploymentCentre),
        ("Ambito sociale di prova 1", PartnerBodyKind.SocialAmbit),
        ("Ambito sociale di prova 2", PartnerBodyKind.SocialAmbit),
        ("Servizi sociali del Comune di Porto Chiaro", PartnerBodyKind.Municipality),
        ("Servizi sociali del Comune di Colle Sereno", PartnerBodyKind.Municipality),
        ("Consultorio della Riviera", PartnerBodyKind.HealthDistrict),
        ("Associazione La Zattera", PartnerBodyKind.Association),
        ("Fondazione del Ponte", PartnerBodyKind.Foundation),
        ("Agenzia per il lavoro Orizzonte", PartnerBodyKind.EmploymentAgency),
        ("Ente di formazione Il Tornio", PartnerBodyKind.TrainingBody),
    ];

    private static readonly string[] Labels = ["estate", "senza patente", "vicino alla stazione", "orari flessibili", "tutor esperto", "cucina", "stagionale"];

    public List<DemoCompany> Bank { get; } = [];

    public List<(Guid Id, PartnerBodyKind Kind)> Network { get; } = [];

    public void Write()
    {
        foreach (var (name, kind) in Bodies)
        {
            stage.On(new DateOnly(2024, 1, 2), 9, async () => Network.Add(
                ((await stage.SendAsync(stage.CompanyOperator, new CreatePartnerBody(new PartnerBodyData(name, kind, people.Home().Istat, null, people.Phone())))).Id, kind)));
        }

        for (var number = 0; number < InJanuary + Later; number++)
        {
            var company = companies.Next();
            var day = number < InJanuary ? new DateOnly(2024, 1, 2) : chance.Day(new DateOnly(2024, 2, 1), new DateOnly(2024, 12, 15));
            stage.On(day, number < InJanuary ? 10 : 15, () => EnterAsync(company, day));
        }
    }

    private async Task EnterAsync(InventedCompany company, DateOnly day)
    {
        var created = await stage.SendAsync(stage.CompanyOperator, new CreateCompany(new CompanyData(
            company.Name, company.VatNumber, null, Enum.Parse<CompanyKind>(company.Kind, ignoreCase: true), company.Sector, null, null, company.Street, company.Place.Cap, company.Place.Istat,
            company.Staff, company.Phone, company.Email, null, new ContactPerson(company.Contact, "titolare", company.Phone, null, chance.Of(["mattina", "pomeriggio", "dopo le 15", "non il lunedì"]), false), null)
        {
            // By its number and not by chance: one in four, so that "mine" shows some of each reason.
            LookedAfterBy = Bank.Count % 4 == 3 ? stage.CompanyOperator.Id : null,
        }));
        Bank.Add(new(created.Id, company));
        await FileAsync(created.Id, company, Bank.Count);
        if (chance.OneIn(3))
        {
            return;
        }

        var called = day.AddDays(chance.Between(1, 40));
        stage.On(called, chance.Between(9, 17), () => stage.SendAsync(stage.CompanyOperator, new LogContact(
            created.Id, chance.OneIn(4) ? ContactChannel.Visit : ContactChannel.Call, chance.Of([ContactOutcome.Available, ContactOutcome.NotNow, ContactOutcome.NoAnswer, ContactOutcome.Reached]), null,
            called.AddDays(chance.Between(20, 90)))));
        if (chance.OneIn(2))
        {
            stage.On(called, 18, () => stage.SendAsync(stage.CompanyOperator, new DeclareAvailability(
                created.Id, chance.Between(1, 2), chance.Of([AvailabilityContext.Productive, AvailabilityContext.Protected]), chance.Of(["aiuto in cucina", "magazzino", "confezionamento", "manutenzione del verde", "sala e banco"]),
                chance.Of([20, 25, 30]), called, called.AddDays(chance.Between(60, 240)), chance.Of([ProductionTrend.Normal, ProductionTrend.Peak, ProductionTrend.Drop]), called)));
        }
    }

    /// <summary>What some companies' files hold besides; by their number and not by chance, so that the rest of the year stays as it is.</summary>
    private async Task FileAsync(Guid id, InventedCompany company, int number)
    {
        if (number % 3 == 0)
        {
            await stage.SendAsync(stage.CompanyOperator, new SetTags(id, 1, [Labels[number % Labels.Length], Labels[number / 3 % Labels.Length]]));
        }

        if (number % 7 == 0)
        {
            await stage.SendAsync(stage.CompanyOperator, new SaveSite(id, null, null, new("Magazzino", $"Via dei Depositi {number}", company.Place.Cap, company.Place.Istat, null, null, number % 12, false)));
        }

        if (number % 5 == 0)
        {
            await stage.SendAsync(stage.CompanyOperator, new SavePerson(id, null, null, new("Persona Esempio", "amministrazione", company.Phone, null, company.Email, ContactChannel.Mail, "dal lunedì al giovedì", number % 20 == 0, false)));
        }

        // Three doubles, as a bank gets them: entered again by name, by phone, by mail.
        if (number is 40 or 80 or 120)
        {
            await stage.SendAsync(stage.CompanyOperator, new CreateCompany(new CompanyData(
                number == 40 ? company.Name : $"{company.Name} s.r.l.", null, null, Enum.Parse<CompanyKind>(company.Kind, ignoreCase: true), company.Sector, null, null, null, null,
                company.Place.Istat, null, number == 80 ? company.Phone : null, number == 120 ? company.Email : null, null, null, "Inserita di nuovo da un vecchio elenco")));
        }
    }
}
