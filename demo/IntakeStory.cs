using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Readings;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.WaitingList;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Demo;

/// <summary>Referrals of the last weeks in every state, a meeting whose minutes are closed, one to come, and a waiting list. Its own dice, so that the year before it stays as it is.</summary>
internal sealed class IntakeStory(DemoStage stage, CompanyStory companies, InventedPeople people, Chance chance, DateOnly today)
{
    private static readonly string[] Reasons =
    [
        "Segue il percorso con regolarità e chiede di rimettersi alla prova con un lavoro. Ha esperienza in cucina, preferisce il mattino.",
        "Ha perso il lavoro con la chiusura dell'azienda; conosce il magazzino e guida il muletto. Chiede un orientamento e un tirocinio vicino a casa.",
        "Cerca il primo impiego. È puntuale agli incontri, ha finito la scuola media, vorrebbe imparare un mestiere manuale.",
        "Il nucleo è senza redditi da mesi. Disponibile da subito, anche su turni; si muove con i mezzi pubblici.",
        "Esce da un periodo difficile e regge bene mezze giornate: si chiede un contesto protetto e un tutor presente.",
    ];

    private readonly List<Guid> toRead = [], toDecide = [];

    public void Write()
    {
        stage.On(today.AddDays(-70), 9, () => stage.SendAsync(stage.Coordinator, new DeclareCriteria(
            today.AddDays(-70), "Tavolo di coordinamento della rete", [
                new(WaitingCriterion.Urgent, 10), new(WaitingCriterion.Soon, 4), new(WaitingCriterion.MinorChildren, 8), new(WaitingCriterion.SingleParent, 12), new(WaitingCriterion.NoIncome, 6),
                new(WaitingCriterion.EachMonthWaiting, 1),
            ])));

        foreach (var (daysAgo, urgency) in new[] { (52, ReferralUrgency.Soon), (50, ReferralUrgency.Ordinary), (49, ReferralUrgency.Urgent), (47, ReferralUrgency.Ordinary), (46, ReferralUrgency.Ordinary), (44, ReferralUrgency.Ordinary) })
        {
            Receive(daysAgo, urgency, toDecide.Add);
        }

        Receive(33, ReferralUrgency.Ordinary, _ => { });
        Receive(26, ReferralUrgency.Soon, toRead.Add);
        Receive(18, ReferralUrgency.Ordinary, toRead.Add);
        Receive(12, ReferralUrgency.Urgent, toRead.Add);
        Receive(9, ReferralUrgency.Ordinary, id => stage.On(today.AddDays(-5), 12, () => stage.SendAsync(stage.Coordinator, new WithdrawReferral(id, "La persona ha trovato lavoro da sola."))));
        Receive(3, ReferralUrgency.Ordinary, _ => { });
        Receive(1, ReferralUrgency.Urgent, _ => { });
        stage.On(today.AddDays(-40), 9, ReadAsync);
        stage.On(today.AddDays(-4), 15, async () =>
        {
            var reading = await PlanAsync(today.AddDays(2), "10:00");
            await stage.SendAsync(stage.Coordinator, new PutOnAgenda(reading, toRead));
        });
    }

    private void Receive(int daysAgo, ReferralUrgency urgency, Action<Guid> then)
    {
        var day = today.AddDays(-daysAgo);
        var facts = people.Next(chance.OneIn(2) ? Sex.Female : Sex.Male, 19, 58, 2026);
        var children = chance.OneIn(2) ? chance.Between(1, 3) : 0;
        var person = new PersonDetails(
            facts.Surname, facts.Name, null, facts.Sex, null, facts.BirthDate, facts.Birthplace.Belfiore, "IT", new(facts.TaxCode, null, false), new(facts.Phone, null, null), null, null,
            day.AddDays(-chance.Between(90, 800)), children, children > 0 && chance.OneIn(2), null, []);
        var referrer = people.Next(Sex.Female, 30, 60, 2026);
        var reason = chance.Of(Reasons);
        var noIncome = chance.OneIn(3);
        var bodies = companies.Network;
        var at = chance.Between(0, 11);
        stage.On(day, 11, async () =>
        {
            var body = bodies.Where(one => one.Kind is not (PartnerBodyKind.EmploymentAgency or PartnerBodyKind.TrainingBody or PartnerBodyKind.Foundation)).ElementAt(at);
            var received = await stage.SendAsync(stage.Educators[at % stage.Educators.Count], new ReceiveReferral(new(
                body.Id, new($"{referrer.Name} {referrer.Surname}", "assistente sociale", referrer.Phone, referrer.Email), person, CaseReason.WorkInclusion, reason, urgency, day.AddDays(-2),
                ConsentKind.Signed, noIncome, day, null)));
            then(received.Id);
        });
    }

    private async Task ReadAsync()
    {
        var reading = await PlanAsync(today.AddDays(-40), "09:30");
        await stage.SendAsync(stage.Coordinator, new PutOnAgenda(reading, toDecide));
        (ReadingDecision Decision, string Reason)[] decisions =
        [
            (ReadingDecision.WaitingList, "Il percorso è adatto; si attende il primo posto libero."), (ReadingDecision.TakenOn, "Motivata e disponibile da subito."),
            (ReadingDecision.WaitingList, "Da accogliere appena si libera un operatore."), (ReadingDecision.Declined, "Vive fuori dai comuni del distretto: si segnala al servizio vicino."),
            (ReadingDecision.WaitingList, "Serve un contesto protetto, per ora al completo."), (ReadingDecision.MoreInformation, "Manca il parere dell'ente su orari e mansioni possibili."),
        ];
        for (var at = 0; at < decisions.Length; at++)
        {
            var (decision, reason) = decisions[at];
            await stage.SendAsync(stage.Coordinator, new DecideReferral(
                reading, toDecide[at], decision, reason, decision is ReadingDecision.Declined ? DeclineReason.OutsideArea : null,
                decision is ReadingDecision.TakenOn ? new(stage.Educators[0].Id, null, null, null) : null));
        }

        var record = await stage.SendAsync(stage.Coordinator, new GetReading(reading));
        await stage.SendAsync(stage.Coordinator, new CloseReading(reading, record.Version, "Letti sei casi in un'ora e mezza. Il prossimo incontro tra sei settimane.", [.. record.Members.Select(member => member.Id)]));
    }

    private async Task<Guid> PlanAsync(DateOnly heldOn, string startsAt)
    {
        var guest = companies.Network.First(body => body.Kind is PartnerBodyKind.SocialAmbit).Id;
        return (await stage.SendAsync(stage.Coordinator, new PlanReading(new(heldOn, startsAt, "Sala riunioni del servizio", [
            new(stage.Coordinator.Id, null, null), new(stage.Educators[0].Id, null, null), new(null, "Donatella Prova", guest),
        ])))).Id;
    }
}
