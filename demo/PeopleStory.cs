using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Demo;

/// <summary>A person whom the service follows, with the internships they do in the year.</summary>
internal sealed record DemoPerson(InventedPerson Facts, bool FromAddictionServices, bool Twice, DateOnly StartsOn)
{
    public Colleague Educator { get; set; } = null!;

    public Guid CaseId { get; set; }
}

/// <summary>88 people taken on, of whom 7 do two internships: 95 in all, 35 for women, 70 for people of the addiction services.</summary>
internal sealed class PeopleStory(DemoStage stage, Chance chance, InventedPeople people, CompanyStory companies, InternshipStory internships)
{
    private const int Single = 81;
    private const int Double = 7;
    private const int DoubleWomen = 2, SingleWomen = 31;             // 2 x 2 + 31 = 35 internships
    private const int DoubleFromServices = 5, SingleFromServices = 60; // 5 x 2 + 60 = 70 internships

    private static readonly string[] Notes =
    [
        "Primo colloquio: si presenta puntuale, racconta i lavori fatti e che cosa vorrebbe imparare.",
        "Colloquio di orientamento: preferisce lavori al mattino, si muove con i mezzi pubblici.",
        "Telefonata: conferma la disponibilità e chiede quando si comincia.",
        "Incontro con il tutor aziendale: buon inserimento, chiede più autonomia.",
        "Verifica di metà percorso: obiettivi raggiunti in parte, si concorda un nuovo orario.",
    ];

    public void Write()
    {
        var doubles = Flags(Double, DoubleWomen, DoubleFromServices).Select(flags => Make(flags, twice: true));
        var singles = Flags(Single, SingleWomen, SingleFromServices).Select(flags => Make(flags, twice: false));
        var at = 0;
        foreach (var person in chance.Shuffled(doubles.Concat(singles)))
        {
            person.Educator = stage.Educators[at++ % stage.Educators.Count];
            var takenOn = Max(person.StartsOn.AddDays(-chance.Between(25, 60)), new DateOnly(2024, 1, 3));
            stage.On(takenOn, 11, () => TakeOnAsync(person, takenOn));
        }
    }

    private (bool Woman, bool FromServices)[] Flags(int count, int women, int fromServices)
    {
        var asWomen = chance.Shuffled(Enumerable.Range(0, count).Select(number => number < women));
        var asReferred = chance.Shuffled(Enumerable.Range(0, count).Select(number => number < fromServices));
        return [.. asWomen.Zip(asReferred)];
    }

    private DemoPerson Make((bool Woman, bool FromServices) flags, bool twice) => new(
        people.Next(flags.Woman ? Sex.Female : Sex.Male, 19, 60, 2024), flags.FromServices, twice,
        Monday(twice ? chance.Day(new DateOnly(2024, 2, 5), new DateOnly(2024, 4, 1)) : chance.Day(new DateOnly(2024, 2, 1), new DateOnly(2024, 12, 9))));

    private async Task TakeOnAsync(DemoPerson person, DateOnly day)
    {
        await RegisterAsync(person, day);
        for (var note = 0; note < 3; note++)
        {
            var on = day.AddDays(note * chance.Between(4, 9));
            var text = Notes[note];
            var kind = note == 2 ? DiaryKind.Call : DiaryKind.Interview;
            stage.On(on, 16, () => stage.SendAsync(person.Educator, new AddDiaryEntry(person.CaseId, kind, on, text, null)));
        }

        var ends = internships.Write(person, person.StartsOn, months: person.Twice ? 3 : chance.Between(3, 6));
        if (person.Twice)
        {
            ends = internships.Write(person, Monday(person.StartsOn.AddMonths(4)), months: 4, again: true);
        }

        var closing = ends.AddDays(21);
        stage.On(closing, 12, async () =>
        {
            var outcome = chance.Of([CaseOutcome.Employed, CaseOutcome.Employed, CaseOutcome.Training, CaseOutcome.ReturnedToServices, CaseOutcome.DroppedOut]);
            await stage.SendAsync(person.Educator, new CloseCase(person.CaseId, closing, outcome, "Percorso concluso.", OutcomeStory.DetailsOf(outcome, person, closing)));
            OutcomeStory.HearAgain(stage, person, closing, outcome);
        });
    }

    /// <summary>Registers the person and opens the case on the same day.</summary>
    public async Task RegisterAsync(DemoPerson person, DateOnly day)
    {
        var facts = person.Facts;
        var street = facts.Street.LastIndexOf(' ');
        var home = new Address(facts.Street[..street], facts.Street[(street + 1)..], facts.Home.Cap, facts.Home.Istat);
        var registered = await stage.SendAsync(person.Educator, new RegisterBeneficiary(new PersonDetails(
            facts.Surname, facts.Name, null, facts.Sex, facts.Sex == Sex.Female ? Gender.Woman : Gender.Man, facts.BirthDate, facts.Birthplace.Belfiore, "IT", new PersonIdentifiers(facts.TaxCode, null, false),
            new PersonContacts(facts.Phone, facts.Email, chance.OneIn(4) ? "Chiamare solo dopo le 17." : null), new PersonAddresses(home, home), chance.Of(CodeLists.IscedLevels.Skip(1).Take(3).ToArray()).Code,
            day.AddDays(-chance.Between(60, 900)), chance.OneIn(4) ? chance.Between(1, 3) : 0, chance.OneIn(9), chance.Of([Mobility.PublicTransport, Mobility.Bicycle, Mobility.Car, Mobility.None]),
            [chance.Of(["catering", "crafts", "agriculture", "trade", "thirdSector"])])));
        var bodies = companies.Network.Where(body => person.FromAddictionServices == (body.Kind == PartnerBodyKind.AddictionService)
            && body.Kind is not (PartnerBodyKind.EmploymentAgency or PartnerBodyKind.TrainingBody or PartnerBodyKind.Foundation)).ToArray();
        person.CaseId = (await stage.SendAsync(person.Educator, new OpenCase(registered.Id, chance.Of(bodies).Id, day, CaseReason.WorkInclusion, null, null))).Id;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
