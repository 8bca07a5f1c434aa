using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Which registers of a month.</summary>
internal enum MonthRegisterState
{
    /// <summary>Still to be written to the end.</summary>
    Open,

    /// <summary>A signature is missing.</summary>
    ToSign,

    Closed,

    /// <summary>Open or to be signed: the month's work.</summary>
    Unclosed,
}

/// <summary>The registers of one month, by name, so that they are worked in order. After one of them: those that follow it.</summary>
internal sealed record ListMonthRegisters(string Month, MonthRegisterState? State, bool Mine, Guid? After, string? Cursor, int Limit, bool Total) : IQuery<Page<MonthRegister>>;

/// <summary>How a month stands, and the months before it that are not finished.</summary>
internal sealed record CountMonthRegisters(string Month, bool Mine) : IQuery<MonthCounts>;

/// <summary>A register in the list of its month.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="PersonName">Cognome Nome.</param>
/// <param name="CompanyName">The host.</param>
/// <param name="PromoterTutorName">Who follows it, while the account is known.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Minutes">Worked.</param>
/// <param name="HostTutor">Who signs for the host.</param>
/// <param name="TutorSigned">The host's tutor has signed.</param>
/// <param name="InternSigned">The intern has signed.</param>
/// <param name="RemindedAt">When the host's tutor was last sent the link of this month.</param>
/// <param name="TutorHasAddress">The platform may write to the tutor.</param>
internal sealed record MonthRegister(
    Guid InternshipId, string PersonName, string CompanyName, string? PromoterTutorName, RegisterState State, int Minutes, string HostTutor, bool TutorSigned, bool InternSigned, DateTimeOffset? RemindedAt,
    bool TutorHasAddress);

/// <param name="Open">To be written.</param>
/// <param name="ToSign">Waiting for a signature.</param>
/// <param name="Closed">Finished.</param>
/// <param name="Earlier">The months before that have registers which are not closed, the last first; a year back.</param>
internal sealed record MonthCounts(int Open, int ToSign, int Closed, IReadOnlyList<EarlierMonth> Earlier);

/// <param name="Month">As in <c>2026-11</c>.</param>
/// <param name="Unclosed">How many are not closed.</param>
internal sealed record EarlierMonth(string Month, int Unclosed);

internal static class ListMonthRegistersEndpoint
{
    public static void MapListMonthRegisters(this IEndpointRouteBuilder api)
    {
        var registers = api.MapGroup("/internship-registers").WithTags("Internships");
        registers.MapGet("/{month}", List).WithName("listMonthRegisters").WithSummary("The registers of a month, to be worked in order").RequireRight(InternshipsModule.Read);
        registers.MapGet("/{month}/counts", Count).WithName("countMonthRegisters").WithSummary("How the registers of a month stand, and which earlier months are not finished").RequireRight(InternshipsModule.Read);
    }

    private static async Task<Ok<Page<MonthRegister>>> List(
        string month, [CodeOf(typeof(MonthRegisterState))] string? state, bool? mine, Guid? after, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMonthRegisters(month, QueryCode.Read<MonthRegisterState>(state, "state", States), mine ?? false, after, cursor, Paging.Limit(limit), total ?? false), ct));

    private static readonly Words States = new("da compilare, da firmare, chiusi, non chiusi", "to be filled in, to be signed, closed, not closed");

    private static async Task<Ok<MonthCounts>> Count(string month, bool? mine, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CountMonthRegisters(month, mine ?? false), ct));
}

internal sealed class ListMonthRegistersHandler(MonthDesk desk, IDbSession db, IMediator mediator, IColleagues colleagues, IAuditTrail audit, ICurrentUser user)
    : IRequestHandler<ListMonthRegisters, Page<MonthRegister>>, IRequestHandler<CountMonthRegisters, MonthCounts>
{
    private const int MonthsBack = 12;

    private const string SelectReach = $"""
        select i.id as Id, link.last_sent_at as RemindedAt, case when contact.internship_id is null then 0 else 1 end as HasAddress
        from   internships_internship i
        left join internships_tutor_link link on link.internship_id = i.id and link.task = 'register' and link.subject = @Month
        left join internships_tutor_contact contact on contact.internship_id = i.id and contact.tutor = i.host_tutor
        where  i.id in {Batches.Keys}
        """;

    public async Task<Page<MonthRegister>> Handle(ListMonthRegisters request, CancellationToken cancellationToken)
    {
        var month = RegisterMonth.Read(request.Month);
        var all = (await desk.ReadAsync(month, month, request.Mine ? user.Id : null, cancellationToken))
            .Where(one => request.State switch
            {
                null => true,
                MonthRegisterState.Unclosed => one.State is not RegisterState.Closed,
                { } state => one.State.Code() == state.Code(),
            })
            .OrderBy(one => one.PersonName, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.InternshipId).ToArray();

        // Names are personal: the cursor is the register before.
        var after = request.After ?? (Paging.Decode(request.Cursor, 1) is [var id] ? Guid.Parse(id) : null);
        var place = after is { } before ? Array.FindIndex(all, one => one.InternshipId == before) : -1;
        var page = Paging.Page([.. all.Skip(place + 1).Take(request.Limit + 1)], request.Limit, one => [one.InternshipId.ToString()], request.Total ? all.Length : null);
        var reach = (await db.QueryInBatchesAsync<Guid, Reach>(SelectReach, page.Items.Select(one => one.InternshipId), new { Month = month.Text }, cancellationToken)).ToDictionary(one => one.Id);
        var companies = (await mediator.Send(new DescribeCompanies([.. page.Items.Select(one => one.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var names = await colleagues.NamesAsync(cancellationToken);
        audit.Lists("beneficiary", page.Items.Select(one => one.BeneficiaryId), "list-registers");
        return new(
            [.. page.Items.Select(one => new MonthRegister(
                one.InternshipId, one.PersonName, companies.GetValueOrDefault(one.CompanyId, ""), names.GetValueOrDefault(one.PromoterTutorId), one.State, one.Minutes, one.HostTutor, one.TutorSigned, one.InternSigned,
                reach.GetValueOrDefault(one.InternshipId)?.RemindedAt, reach.GetValueOrDefault(one.InternshipId)?.HasAddress == 1))],
            page.NextCursor, page.Total);
    }

    public async Task<MonthCounts> Handle(CountMonthRegisters request, CancellationToken cancellationToken)
    {
        var month = RegisterMonth.Read(request.Month);
        var since = RegisterMonth.Of(month.First.AddMonths(-MonthsBack));
        var all = await desk.ReadAsync(since, month, request.Mine ? user.Id : null, cancellationToken);
        int Of(RegisterState state) => all.Count(one => one.Month == month.Text && one.State == state);
        return new(
            Of(RegisterState.Open), Of(RegisterState.ToSign), Of(RegisterState.Closed),
            [.. all.Where(one => one.Month != month.Text && one.State is not RegisterState.Closed).GroupBy(one => one.Month).OrderByDescending(months => months.Key, StringComparer.Ordinal)
                .Select(months => new EarlierMonth(months.Key, months.Count()))]);
    }

    private sealed record Reach(Guid Id, DateTimeOffset? RemindedAt, int HasAddress);
}

/// <summary>A register of a month, before names of companies and colleagues are asked for.</summary>
internal sealed record DeskRegister(
    Guid InternshipId, Guid BeneficiaryId, Guid CompanyId, Guid PromoterTutorId, string PersonName, string HostTutor, string Month, RegisterState State, int Minutes, bool TutorSigned, bool InternSigned);

/// <summary>
/// The registers of one or more months of all internships that may be seen, those that nobody wrote yet included; months in which somebody rested from the first day to the last are left out.
/// A constant number of statements but for the batches of cases, however many internships and months.
/// </summary>
internal sealed class MonthDesk(IDbSession db, IMediator mediator)
{
    private const string SelectRunning = """
        select internship.id as Id, internship.case_id as CaseId, internship.company_id as CompanyId, internship.promoter_tutor_id as PromoterTutorId, internship.host_tutor as HostTutor,
               internship.starts_on as StartsOn, coalesce(internship.ended_on, internship.ends_on) as LastDay
        from   internships_internship internship
        where  internship.state in ('active', 'ended', 'endedEarly') and internship.starts_on <= @Last and internship.ends_on >= @First and coalesce(internship.ended_on, internship.ends_on) >= @First
        """;

    private const string SelectMonths = """
        select register.internship_id as InternshipId, register.month as Text, register.state as State, register.minutes as Minutes,
               case when register.tutor_signed_at is null then 0 else 1 end as TutorSigned, case when register.intern_signed_at is null then 0 else 1 end as InternSigned
        from   internships_attendance_month register
        join   internships_internship internship on internship.id = register.internship_id
        where  register.month >= @From and register.month <= @To
        """;

    private const string SelectRests = """
        select rest.internship_id as InternshipId, rest.from_on as FromOn, rest.to_on as ToOn
        from   internships_suspension rest
        join   internships_internship internship on internship.id = rest.internship_id
        where  rest.withdrawn_at is null and rest.from_on <= @Last and (rest.to_on is null or rest.to_on >= @First)
        """;

    private const string OnlyMine = "and internship.promoter_tutor_id = @TutorId";

    public async Task<IReadOnlyList<DeskRegister>> ReadAsync(RegisterMonth from, RegisterMonth to, Guid? tutorId, CancellationToken ct)
    {
        var args = new { from.First, to.Last, From = from.Text, To = to.Text, TutorId = tutorId };
        string Text(string select, string order) => new ListSql(select).When(tutorId is not null, OnlyMine).OrderBy(order);
        var running = await db.QueryAsync<Running>(Text(SelectRunning, "order by internship.id"), args, ct);
        var visible = (await mediator.Send(new ListVisibleCases([.. running.Select(one => one.CaseId)]), ct)).ToDictionary(seen => seen.CaseId);
        var months = (await db.QueryAsync<Month>(Text(SelectMonths, "order by register.internship_id, register.month"), args, ct)).ToDictionary(row => (row.InternshipId, row.Text));
        var rests = (await db.QueryAsync<Rest>(Text(SelectRests, "order by rest.internship_id"), args, ct)).ToLookup(row => row.InternshipId);
        var found = new List<DeskRegister>();
        foreach (var one in running)
        {
            if (!visible.TryGetValue(one.CaseId, out var seen))
            {
                continue;
            }

            for (var month = from; month.First <= to.First; month = month.Next)
            {
                if (month.Last < one.StartsOn || month.First > one.LastDay || rests[one.Id].Any(rest => rest.FromOn <= month.First && (rest.ToOn is null || rest.ToOn >= month.Last)))
                {
                    continue;
                }

                var written = months.GetValueOrDefault((one.Id, month.Text));
                found.Add(new(
                    one.Id, seen.BeneficiaryId, one.CompanyId, one.PromoterTutorId, seen.DisplayName, one.HostTutor, month.Text, written?.State ?? RegisterState.Open, written?.Minutes ?? 0, written?.TutorSigned == 1, written?.InternSigned == 1));
            }
        }

        return found;
    }

    private sealed record Running(Guid Id, Guid CaseId, Guid CompanyId, Guid PromoterTutorId, string HostTutor, DateOnly StartsOn, DateOnly LastDay);

    private sealed record Month(Guid InternshipId, string Text, RegisterState State, int Minutes, int TutorSigned, int InternSigned);

    private sealed record Rest(Guid InternshipId, DateOnly FromOn, DateOnly? ToOn);
}
