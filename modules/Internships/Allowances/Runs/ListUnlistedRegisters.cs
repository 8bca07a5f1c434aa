using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Overpayments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>What waits for a pay list of the programme that pays, the earliest month first: nobody is forgotten because no register closes any more.</summary>
internal sealed record ListUnlistedRegisters(Guid? ProgrammeId, WaitingKind? Kind, string? Cursor, int? Limit, bool? Total) : IQuery<Page<UnlistedRegister>>;

/// <summary>Why a pay list is to be made.</summary>
internal enum WaitingKind
{
    /// <summary>A closed register that no list has taken yet as it is.</summary>
    Register,

    /// <summary>A transfer that the bank sent back.</summary>
    Returned,

    /// <summary>A dowry that was kept until the internship ended.</summary>
    Dowry,
}

/// <summary>Something that waits for a pay list.</summary>
/// <param name="Kind">What.</param>
/// <param name="InternshipId">The internship; a transfer may be for several.</param>
/// <param name="BeneficiaryId">Who is to be paid.</param>
/// <param name="Name">Their name.</param>
/// <param name="Month">The month of the register, of the list that was sent back, or the last in which something was kept.</param>
/// <param name="ProgrammeId">The programme that pays.</param>
/// <param name="ProgrammeName">Its name.</param>
/// <param name="ClosedOn">Since when: the register was closed, the transfer came back, the internship ended.</param>
/// <param name="Cents">What is to be paid where it is known before a list is reckoned.</param>
internal sealed record UnlistedRegister(
    WaitingKind Kind, Guid? InternshipId, Guid BeneficiaryId, string Name, string Month, Guid ProgrammeId, string ProgrammeName, DateOnly? ClosedOn, long? Cents);

internal static class ListUnlistedRegistersEndpoint
{
    public static void MapListUnlistedRegisters(this IEndpointRouteBuilder runs) => runs
        .MapGet("/unlisted-registers", Handle)
        .WithName("listUnlistedRegisters")
        .WithSummary("List what waits for a pay list, the earliest month first: closed registers, transfers that came back, dowries kept until the end")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<UnlistedRegister>>> Handle(
        Guid? programmeId, [CodeOf(typeof(WaitingKind))] string? kind, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) => TypedResults.Ok(
            await mediator.Send(new ListUnlistedRegisters(programmeId, QueryCode.Read<WaitingKind>(kind, "kind", Kinds), cursor, limit, total), ct));

    private static readonly Words Kinds = new("registri chiusi, bonifici tornati indietro, doti messe da parte", "closed registers, transfers that came back, kept dowries");
}

internal sealed class ListUnlistedRegistersHandler(IDbSession db, OverpaymentDesk overpayments, IMediator mediator) : IRequestHandler<ListUnlistedRegisters, Page<UnlistedRegister>>
{
    /// <summary>What is listed here is what the home page counts; what no list can take back any more is in the list of overpayments.</summary>
    internal const string From = """

        from (
            select 'register' as kind, r.internship_id as id, r.internship_id as internship_id, i.beneficiary_id as beneficiary_id, r.month as month, a.programme_id as programme_id,
                   r.closed_at as closed_at, null as since, null as cents
            from   internships_allowance_assignment a
            join   internships_internship i on i.id = a.internship_id
            join   internships_attendance_month r on r.internship_id = a.internship_id
            where  a.programme_id is not null and r.state = 'closed'
                   and not exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.register_version >= r.version)
                   and not exists (select 1 from internships_allowance_closing closing where closing.internship_id = r.internship_id and closing.month = r.month and closing.state = 'closed' and closing.register_version >= r.version)
            union all
            select 'returned', payment.id, null, payment.beneficiary_id, run.month, run.programme_id, null, payment.settled_on, payment.cents
            from   internships_allowance_payment payment
            join   internships_allowance_run run on run.id = payment.run_id
            where  payment.state = 'returned' and payment.repaid_in is null
            union all
            select   'dowry', i.id, i.id, i.beneficiary_id, max(item.month), a.programme_id, null, i.ended_on, sum(item.kept_cents)
            from     internships_allowance_item item
            join     internships_allowance_assignment a on a.internship_id = item.internship_id
            join     internships_internship i on i.id = item.internship_id
            where    item.kept_cents <> 0 and a.programme_id is not null and i.state in ('ended', 'endedEarly')
            group by i.id, i.beneficiary_id, a.programme_id, i.ended_on
            having   sum(item.kept_cents) > 0) waiting
        where 1 = 1
        """;

    private const string Select = $"""
        select waiting.kind as Kind, waiting.id as Id, waiting.internship_id as InternshipId, waiting.beneficiary_id as BeneficiaryId, waiting.month as Month, waiting.programme_id as ProgrammeId,
               waiting.closed_at as ClosedAt, waiting.since as Since, waiting.cents as Cents
        {From}
        """;

    private const string Count = $"select count(*) {From}";
    private const string ByProgramme = "and waiting.programme_id = @ProgrammeId";
    private const string ByKind = "and waiting.kind = @Kind";

    private const string After = """
        and waiting.month >= @AfterMonth
        and (waiting.month > @AfterMonth or waiting.kind > @AfterKind or (waiting.kind = @AfterKind and waiting.id > @AfterId))
        """;

    private const string Order = "order by waiting.month, waiting.kind, waiting.id";

    public async Task<Page<UnlistedRegister>> Handle(ListUnlistedRegisters request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 3);
        var args = new { request.ProgrammeId, Kind = request.Kind?.Code(), AfterMonth = after?[0], AfterKind = after?[1], AfterId = Guid.TryParse(after?[2], out var id) ? id : (Guid?)null };
        ListSql Filtered(string select) => new ListSql(select).When(request.ProgrammeId is not null, ByProgramme).When(request.Kind is not null, ByKind);
        var overpaid = request.Kind is null or WaitingKind.Register ? (await overpayments.OpenAsync(request.ProgrammeId, cancellationToken)).Select(one => (one.InternshipId, one.Month)).ToHashSet() : [];
        var read = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(Order), args, limit + 1 + overpaid.Count, cancellationToken);
        Row[] rows = [.. read.Where(row => row.Kind is not WaitingKind.Register || !overpaid.Contains((row.Id, row.Month))).Take(limit + 1)];
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) - overpaid.Count : null;
        var page = Paging.Page(rows, limit, row => [row.Month, row.Kind.Code(), row.Id.ToString()], total);
        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var people = (await mediator.Send(new NamePayees([.. page.Items.Select(row => row.BeneficiaryId).Distinct()], "pay-list"), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var programmes = (await mediator.Send(new DescribeProgrammes([.. page.Items.Select(row => row.ProgrammeId).Distinct()]), cancellationToken)).ToDictionary(one => one.Id, one => one.Name);
        return new(
            [.. page.Items.Select(row => new UnlistedRegister(
                row.Kind, row.InternshipId, row.BeneficiaryId, people.GetValueOrDefault(row.BeneficiaryId, ""), row.Month, row.ProgrammeId, programmes.GetValueOrDefault(row.ProgrammeId, ""),
                row.ClosedAt?.InItaly() ?? row.Since, row.Cents))],
            page.NextCursor, page.Total);
    }

    private sealed record Row(WaitingKind Kind, Guid Id, Guid? InternshipId, Guid BeneficiaryId, string Month, Guid ProgrammeId, DateTimeOffset? ClosedAt, DateOnly? Since, long? Cents);
}
