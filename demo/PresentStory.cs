using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Campaigns;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Training.Courses;
using InclusionPlatform.Training.Editions;
using InclusionPlatform.Training.Enrolments;
using InclusionPlatform.Training.Sessions;

namespace InclusionPlatform.Demo;

/// <summary>The last weeks before today, so that every role finds something due when the demo is opened.</summary>
internal sealed class PresentStory(
    DemoStage stage, Chance chance, InventedPeople people, InventedCompanies inventedCompanies, CompanyStory companies, PeopleStory persons, InternshipStory internships, DateOnly today)
{
    /// <summary>Whom the first educator follows today.</summary>
    public List<DemoPerson> Followed { get; } = [];

    public void Write()
    {
        Follow(daysAgo: 55, startsIn: -42, months: 3);
        Follow(daysAgo: 80, startsIn: -56, months: 2);
        Follow(daysAgo: 30, startsIn: 5, months: 6, complete: false);
        Follow(daysAgo: 20, startsIn: null);
        Follow(daysAgo: 48, startsIn: null);
        CallCompanies();
        RunCampaign();
        OfferJobs();
        RunCourse();
        new ReferralStory(stage, companies, today).Write(TakeOnAsync);
    }

    /// <summary>Somebody taken on at the very moment at which the script stands.</summary>
    private async Task<DemoPerson> TakeOnAsync()
    {
        var day = today.AddDays(-8);
        var person = new DemoPerson(people.Next(Sex.Female, 20, 58, 2026), FromAddictionServices: false, Twice: false, day) { Educator = stage.Educators[0] };
        await persons.RegisterAsync(person, day);
        return person;
    }

    private void Follow(int daysAgo, int? startsIn, int months = 0, bool complete = true)
    {
        var takenOn = today.AddDays(-daysAgo);
        var person = new DemoPerson(people.Next(chance.OneIn(2) ? Sex.Female : Sex.Male, 20, 58, 2026), FromAddictionServices: startsIn is null, Twice: false, takenOn) { Educator = stage.Educators[0] };
        stage.On(takenOn, 10, async () =>
        {
            await persons.RegisterAsync(person, takenOn);
            Followed.Add(person);
            await stage.SendAsync(person.Educator, new AddDiaryEntry(person.CaseId, DiaryKind.Interview, takenOn, "Primo colloquio: si raccolgono esperienze e desideri.", null));
            if (startsIn is { } days)
            {
                internships.Write(person, today.AddDays(days), months, complete);
            }

            if (daysAgo == 55)
            {
                new PlanStory(stage, person, today).Write(takenOn.AddDays(4));
                new AssessmentStory(stage, person).Write(takenOn, today.AddDays(-5));
                new JobSearchStory(stage, person, today).Write(takenOn.AddDays(6));
                RegisterAgain(person.Facts);
            }
        });
    }

    /// <summary>The same person registered a second time at the counter, without a document: a letter more in the surname, day and month of birth swapped where that is a date.</summary>
    private void RegisterAgain(InventedPerson facts) => stage.On(today.AddDays(-2), 11, async () =>
    {
        var birth = facts.BirthDate.Day <= 12 ? new DateOnly(facts.BirthDate.Year, facts.BirthDate.Day, facts.BirthDate.Month) : facts.BirthDate;
        await stage.SendAsync(stage.Coordinator, new RegisterBeneficiary(new PersonDetails(
            Misspelt(facts.Surname), facts.Name, null, facts.Sex, null, birth, null, "IT", null, new PersonContacts(facts.Phone, null, null), null, null, null, null, null, Mobility.None, [])));
    });

    private static string Misspelt(string surname)
    {
        var twice = Enumerable.Range(1, surname.Length - 1).FirstOrDefault(at => surname[at] == surname[at - 1]);
        return twice > 0 ? surname.Remove(twice, 1) : $"{surname[..^2]}{surname[^2]}{surname[^2..]}";
    }

    private void CallCompanies()
    {
        for (var number = 0; number < 30; number++)
        {
            var at = number;
            var day = today.AddDays(-chance.Between(3, 30));
            stage.On(day, chance.Between(9, 17), async () =>
            {
                var company = companies.Bank[at * 7 % companies.Bank.Count];
                await stage.SendAsync(stage.CompanyOperator, new LogContact(
                    company.Id, ContactChannel.Call, at % 3 == 0 ? ContactOutcome.CallBack : ContactOutcome.Available, null, today.AddDays((at % 12) - 4)));
                if (at % 3 != 0)
                {
                    await stage.SendAsync(stage.CompanyOperator, new DeclareAvailability(
                        company.Id, 1 + (at % 2), AvailabilityContext.Productive, chance.Of(["aiuto in cucina", "magazzino", "sala e banco", "manutenzione del verde"]), 25, day, today.AddDays(60),
                        ProductionTrend.Normal, day));
                }
            });
        }
    }

    /// <summary>A campaign that two people share, half done.</summary>
    private void RunCampaign() => stage.On(today.AddDays(-4), 9, async () =>
    {
        var campaign = await stage.SendAsync(stage.CompanyOperator, new CreateCampaign(
            "Ristorazione, posti per l'inverno", "Chiedere se con le feste serve qualcuno in più e per quali turni.", "sector=catering", null));
        var caterers = companies.Bank.Where(company => company.Facts.Sector == "catering").ToArray();
        ContactOutcome[] outcomes = [ContactOutcome.Available, ContactOutcome.NoAnswer, ContactOutcome.NotNow, ContactOutcome.Reached, ContactOutcome.NoAnswer];
        for (var number = 0; number < caterers.Length / 2; number++)
        {
            var at = number;
            stage.On(today.AddDays(-3 + (at % 3)), new TimeOnly(10 + (at % 6), at * 7 % 60), async () => await stage.SendAsync(
                at % 3 == 0 ? stage.Coordinator : stage.CompanyOperator,
                new LogContact(caterers[at].Id, ContactChannel.Call, outcomes[at % outcomes.Length], null, null, null, campaign.Id)));
        }
    });

    private void OfferJobs()
    {
        foreach (var title in new[] { "Aiuto cuoco per la stagione invernale", "Magazziniera o magazziniere", "Addetta o addetto alle pulizie", "Banconista part time", "Giardiniera o giardiniere" })
        {
            stage.On(today.AddDays(-3), 11, async () =>
            {
                var posted = await stage.SendAsync(stage.Editor, new PostOpportunity
                {
                    Kind = OpportunityKind.Job,
                    Title = title,
                    Description = "Si cerca una persona seria, anche alla prima esperienza.",
                    Organiser = inventedCompanies.Next().Name,
                    Municipality = people.Home().Istat,
                    ContractType = "tempo determinato",
                    Hours = "30 ore a settimana",
                    ApplyEmail = "sportello@example.org",
                    Deadline = today.AddDays(chance.Between(8, 30)),
                    Positions = 1,
                });
                await stage.SendAsync(stage.Editor, new DecideOpportunity(posted.Id, OpportunityState.Published, null));
            });
        }
    }

    private void RunCourse() => stage.On(today.AddDays(-20), 9, async () =>
    {
        var (first, last) = (today.AddDays(-2), today.AddDays(12));
        var course = await stage.SendAsync(stage.Trainer, new CreateCourse("Sicurezza sul lavoro, aggiornamento", CourseTopic.WorkplaceSafety, null, 12, "Attestato di frequenza"));
        var edition = (await stage.SendAsync(stage.Trainer, new CreateEdition(
            course.Id, "SIC-PROSSIMA", stage.Trainer.Id, people.Home().Istat!, people.Street(), first, last, 12, null, null, EditionState.Enrolling))).Id;
        foreach (var day in new[] { first, today.AddDays(5), last })
        {
            await stage.SendAsync(stage.Trainer, new AddSession(edition, day, "09:00", "13:00", null, null));
        }

        for (var number = 0; number < 6; number++)
        {
            var facts = people.Next(chance.OneIn(2) ? Sex.Female : Sex.Male, 18, 60, 2026);
            var enrolled = await stage.SendAsync(stage.Trainer, new Enrol(edition, null, facts.Surname, facts.Name, facts.BirthDate, facts.TaxCode, facts.Phone, facts.Email));
            if (number < 4)
            {
                await stage.SendAsync(stage.Trainer, new ConfirmEnrolment(enrolled.Id));
            }
        }
    });
}
