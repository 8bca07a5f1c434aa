using InclusionPlatform.CompanyNetwork.Decisions;
using InclusionPlatform.CompanyNetwork.Meetings;
using InclusionPlatform.CompanyNetwork.NetworkEvents;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using InclusionPlatform.CompanyNetwork.Protocols;
using InclusionPlatform.CompanyNetwork.WorkingTables;

namespace InclusionPlatform.Demo;

/// <summary>
/// The governance of the network: two tables with their meetings, minutes and decisions, events, protocols. It draws nothing from chance, so that the rest of
/// the year stays as it was without it.
/// </summary>
internal sealed class NetworkStory(DemoStage stage, CompanyStory companies, DateOnly today)
{
    private static readonly (string Name, string Role)[] Names =
    [
        ("Marta Serafini", "responsabile del servizio"), ("Luca Benedetti", "assistente sociale"), ("Giada Rinaldi", "educatrice"), ("Paolo Marchetti", "direttore"),
        ("Silvia Cocci", "funzionaria di servizio sociale"), ("Davide Orsini", "psichiatra"), ("Elena Tassi", "referente collocamento mirato"), ("Franco Lelli", "orientatore"),
        ("Chiara Vitali", "coordinatrice d'ambito"), ("Sandro Piermarini", "responsabile ufficio di piano"), ("Anna Zeni", "assistente sociale"), ("Mario Traini", "assessore"),
    ];

    private readonly List<(Guid BodyId, Guid PersonId)> seats = [];

    public void Write()
    {
        stage.On(new DateOnly(2024, 1, 15), 9, AddPeopleAsync);
        stage.On(new DateOnly(2024, 1, 16), 9, TablesAsync);
        stage.On(new DateOnly(2024, 2, 6), 9, ProtocolsAsync);
        HoldEvent("La rete si presenta: imprese e servizi insieme", new DateOnly(2024, 6, 20), "Auditorium comunale, Porto Chiaro", 64, 11);
        HoldEvent("Un anno di tirocini di inclusione: risultati e prospettive", new DateOnly(2024, 11, 15), "Sala della Ragione, Colle Sereno", 92, 12);
        stage.On(today.AddDays(-12), 11, async () =>
        {
            var coming = await stage.SendAsync(stage.Coordinator, new CreateNetworkEvent(new(
                "Porte aperte alle aziende ospitanti", today.AddDays(18), "10:00", "12:30", "Sede del servizio", "Incontro con le aziende che hanno accolto tirocinanti nell'anno.", null)));
            foreach (var (seat, at) in seats.Take(6).Select((seat, at) => (seat, at)))
            {
                await stage.SendAsync(stage.Coordinator, new InviteBody(coming.Id, seat.BodyId));
                if (at % 2 == 0)
                {
                    await stage.SendAsync(stage.Coordinator, new MarkInvitation(coming.Id, seat.BodyId, InvitationState.Confirmed));
                }
            }
        });
    }

    private async Task AddPeopleAsync()
    {
        foreach (var ((name, role), body) in Names.Zip(companies.Network))
        {
            var phone = $"0735 55{seats.Count + 100}";
            var person = await stage.SendAsync(stage.CompanyOperator, new AddBodyPerson(body.Id, new(name, role, phone, $"{name.Replace(' ', '.')}@ente.example", null)));
            seats.Add((body.Id, person.Id));
        }
    }

    private async Task TablesAsync()
    {
        var table = await TableAsync("Tavolo territoriale per l'inclusione lavorativa", WorkingTableKind.WorkingTable, "Coordina invii, tirocini e formazione tra i servizi del territorio.", seats);
        Hold(table, new DateOnly(2024, 3, 12), seats, ["Criteri di invio dei servizi", "Calendario dei corsi"], ("Condividere il modulo unico di invio", Colleague: true, Days: 30, Done: true));
        Hold(table, new DateOnly(2024, 10, 8), seats, ["Andamento dei tirocini", "Nuove aziende disponibili"], ("Aggiornare l'elenco dei referenti", Colleague: false, Days: 45, Done: true));
        Hold(table, today.AddDays(-20), seats, ["Avvio dei tirocini invernali", "Trasporti per le sedi non servite"], ("Chiedere all'ambito una soluzione per i trasporti", Colleague: true, Days: 22, Done: false), ("Inviare i nominativi dei tutor dei servizi", Colleague: false, Days: 35, Done: false));
        Plan(table, today.AddDays(10), ["Verifica dei tirocini in corso", "Programmazione dei corsi di primavera"]);

        var committee = await TableAsync("Cabina di regia «Insieme al lavoro»", WorkingTableKind.SteeringCommittee, "Indirizza e verifica il progetto finanziato.", seats.Skip(4).ToList());
        Hold(committee, new DateOnly(2024, 5, 21), seats.Skip(4).ToList(), ["Stato della spesa", "Indicatori"], ("Predisporre la relazione intermedia", Colleague: true, Days: 40, Done: true));
        Hold(committee, today.AddDays(-34), seats.Skip(4).ToList(), ["Proroga del progetto"], ("Preparare la richiesta di proroga", Colleague: true, Days: 31, Done: false));
        Plan(committee, today.AddDays(21), ["Esito della richiesta di proroga"]);
    }

    private async Task<Guid> TableAsync(string name, WorkingTableKind kind, string purpose, IReadOnlyList<(Guid BodyId, Guid PersonId)> members)
    {
        var table = (await stage.SendAsync(stage.Coordinator, new CreateWorkingTable(new(name, kind, purpose, null)))).Id;
        foreach (var (bodyId, personId) in members)
        {
            await stage.SendAsync(stage.Coordinator, new AddTableMember(table, bodyId, personId));
        }

        return table;
    }

    private void Plan(Guid table, DateOnly day, string[] agenda) =>
        stage.On(today.AddDays(-6), 12, () => stage.SendAsync(stage.Coordinator, new ScheduleMeeting(table, new(day, "15:00", "17:00", "Sede dell'ambito sociale", agenda))));

    private void Hold(Guid table, DateOnly day, IReadOnlyList<(Guid BodyId, Guid PersonId)> members, string[] agenda, params (string Decided, bool Colleague, int Days, bool Done)[] decisions) =>
        stage.On(day.AddDays(-10), 10, async () =>
        {
            var meeting = (await stage.SendAsync(stage.Coordinator, new ScheduleMeeting(table, new(day, "15:00", "17:00", "Sede dell'ambito sociale", agenda)))).Id;
            stage.On(day, 18, () => WriteDownAsync(table, meeting, day, members, agenda, decisions));
        });

    private async Task WriteDownAsync(
        Guid table, Guid meeting, DateOnly day, IReadOnlyList<(Guid BodyId, Guid PersonId)> members, string[] agenda, (string Decided, bool Colleague, int Days, bool Done)[] decisions)
    {
        foreach (var (decided, colleague, days, done) in decisions)
        {
            var due = day.AddDays(days);
            var decision = (await stage.SendAsync(stage.Coordinator, new TakeDecision(
                table, meeting, new(decided, colleague ? stage.Coordinator.Id : null, colleague ? null : members[1].PersonId, due)))).Id;
            if (done)
            {
                stage.On(due.AddDays(-2), 12, () => stage.SendAsync(stage.Coordinator, new CompleteDecision(decision, true)));
            }
        }

        var read = await stage.SendAsync(stage.Coordinator, new GetMeeting(table, meeting));
        var text = string.Join("\n\n", agenda.Select((point, at) => $"{at + 1}. {point}\nSi apre la discussione; gli enti presenti riferiscono sulla propria attività e concordano i passi successivi."));
        var written = await stage.SendAsync(stage.Coordinator, new WriteMinutes(
            table, meeting, read.Version, text, [.. members.Select((seat, at) => new MarkedAttendance(seat.BodyId, seat.PersonId, at % 5 == 3 ? AttendanceState.Excused : AttendanceState.Present))]));
        if (day.AddDays(14) < today.AddDays(-10))
        {
            stage.On(day.AddDays(14), 9, () => stage.SendAsync(stage.Coordinator, new ApproveMinutes(table, meeting, written.Version)));
        }
    }

    private void HoldEvent(string title, DateOnly day, string place, int participants, int invited) => stage.On(day.AddDays(-30), 9, async () =>
    {
        var data = new NetworkEventData(title, day, "10:00", "13:00", place, null, null);
        var id = (await stage.SendAsync(stage.Coordinator, new CreateNetworkEvent(data))).Id;
        foreach (var (bodyId, _) in seats.Take(invited))
        {
            await stage.SendAsync(stage.Coordinator, new InviteBody(id, bodyId));
        }

        stage.On(day, 17, async () =>
        {
            foreach (var (seat, at) in seats.Take(invited).Select((seat, at) => (seat, at)))
            {
                await stage.SendAsync(stage.Coordinator, new MarkInvitation(id, seat.BodyId, at % 4 == 2 ? InvitationState.Absent : InvitationState.Present));
            }

            await stage.SendAsync(stage.Coordinator, new UpdateNetworkEvent(id, 1, data with { Participants = participants }));
        });
    });

    private async Task ProtocolsAsync()
    {
        await ProtocolAsync("Protocollo d'intesa per i tirocini di inclusione sociale", today.AddDays(45), ProtocolRenewal.ByAgreement, seats.Take(8));
        await ProtocolAsync("Accordo di rete tra servizi e centri per l'impiego", null, ProtocolRenewal.None, seats.Skip(4).Take(5));
    }

    private async Task ProtocolAsync(string subject, DateOnly? validTo, ProtocolRenewal renewal, IEnumerable<(Guid BodyId, Guid PersonId)> signatories)
    {
        var protocol = (await stage.SendAsync(stage.Coordinator, new CreateProtocol(new(subject, new DateOnly(2024, 2, 1), validTo, renewal, null)))).Id;
        foreach (var (bodyId, personId) in signatories)
        {
            await stage.SendAsync(stage.Coordinator, new SignProtocol(protocol, bodyId, personId, new DateOnly(2024, 2, 1)));
        }
    }
}
