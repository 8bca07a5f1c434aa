using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Overpayments;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>Who pays an internship and how, and the months that are on a list.</summary>
internal sealed record GetAllowance(Guid InternshipId) : IQuery<InternshipAllowance>;

/// <summary>Who pays.</summary>
internal enum Payer
{
    /// <summary>Nobody said it yet.</summary>
    Unknown,
    Programme,

    /// <summary>The host pays by itself: on no list.</summary>
    Host,
}

/// <summary>From a day on, a scheme.</summary>
/// <param name="Name">As it is chosen.</param>
internal sealed record AssignedScheme(DateOnly From, Guid SchemeId, string Name)
{
    /// <summary>The most hours of a day for which it is, where a day of the internship is longer: to be looked at before a list pays; null where all is well.</summary>
    public int? MaxDailyHours { get; init; }
}

/// <summary>A month of the internship on a list. Where the transfer came back and another list pays it again, the states are those of that list.</summary>
/// <param name="Kind">Code of what the list pays for it.</param>
/// <param name="RunState">Code of where the list stands.</param>
/// <param name="PaymentState">Code of where the payment stands.</param>
internal sealed record ListedMonth(Guid RunId, string Month, string Kind, long Cents, long KeptCents, string RunState, string PaymentState);

/// <summary>Who pays an internship and how; months of which too much was paid and no list can take it back any more; what was given back or renounced, the last first.</summary>
internal sealed record InternshipAllowance(
    int Version, Payer Payer, Guid? ProgrammeId, string? ProgrammeName, bool DowryKept, IReadOnlyList<AssignedScheme> Schemes, IReadOnlyList<ListedMonth> Months, IReadOnlyList<PaidTooMuch> PaidTooMuch,
    IReadOnlyList<ShownClosing> Closings) : IVersioned;

/// <summary>A month of which too much was paid.</summary>
internal sealed record PaidTooMuch(string Month, long Cents, DateOnly? Since);

internal static class GetAllowanceEndpoint
{
    public static void MapGetAllowance(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}/allowance", Handle)
        .WithName("getInternshipAllowance")
        .WithSummary("Who pays an internship, by which scheme, and the months that are on a pay list")
        .RequireRight(InternshipsModule.Read);

    private static async Task<VersionedOk<InternshipAllowance>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetAllowance(id), ct));
}

internal sealed class GetAllowanceHandler(
    IDbSession db, VisibleInternships internships, SchemeTable schemes, PlannedDays days, OverpaymentDesk overpayments, ClosingBook closings, IMediator mediator, IAuditTrail audit)
    : IRequestHandler<GetAllowance, InternshipAllowance>
{
    public const string Select = """
        select programme_id as ProgrammeId, dowry_kept as DowryKept, version as Version
        from   internships_allowance_assignment
        where  internship_id = @Id
        """;

    private const string SelectSchemes = """
        select   valid_from as ValidFrom, scheme_id as SchemeId
        from     internships_allowance_assigned_scheme
        where    internship_id = @Id
        order by valid_from
        """;

    private const string SelectMonths = """
        select   item.run_id as RunId, item.month as Month, item.kind as Kind, item.cents as Cents, item.kept_cents as KeptCents, run.state as RunState, payment.state as PaymentState
        from     internships_allowance_item item
        join     internships_allowance_run run on run.id = item.run_id
        join     internships_allowance_payment payment on payment.id = item.payment_id
        where    item.internship_id = @Id
        order by item.month desc, item.id desc
        """;

    private const string SelectPayments = """
        select payment.run_id as RunId, payment.state as PaymentState, payment.repaid_in as RepaidIn, run.state as RunState
        from   internships_allowance_payment payment
        join   internships_allowance_run run on run.id = payment.run_id
        where  payment.beneficiary_id = @BeneficiaryId and run.programme_id = @ProgrammeId
        """;

    public async Task<InternshipAllowance> Handle(GetAllowance request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.InternshipId, cancellationToken);
        audit.Reads("internship", row.Id, "allowance");
        var assignment = await db.FindAsync<AssignmentRow>(Select, new { row.Id }, cancellationToken);
        if (assignment is null)
        {
            return new(0, Payer.Unknown, null, null, false, [], [], [], []);
        }

        var assigned = await db.QueryAsync<SchemeRow>(SelectSchemes, new { row.Id }, cancellationToken);
        var known = (await schemes.AllAsync(cancellationToken)).ToDictionary(scheme => scheme.Id);
        var months = await db.QueryAsync<ListedMonth>(SelectMonths, new { row.Id }, cancellationToken);
        if (months.Any(month => month.PaymentState == PaymentState.Returned.Code()))
        {
            var payments = (await db.QueryAsync<PaymentRow>(SelectPayments, new { row.BeneficiaryId, assignment.ProgrammeId }, cancellationToken)).ToDictionary(payment => payment.RunId);
            months = [.. months.Select(month => AsPaidAgain(month, payments))];
        }

        var programme = assignment.ProgrammeId is { } id && await mediator.Send(new DescribeProgrammes([id]), cancellationToken) is [var found] ? found.Name : null;
        var assignedSchemes = new List<AssignedScheme>(assigned.Count);
        foreach (var one in assigned)
        {
            var scheme = known.GetValueOrDefault(one.SchemeId);
            var most = scheme?.MaxDailyHours;
            assignedSchemes.Add(new(one.ValidFrom, one.SchemeId, scheme?.Name ?? "")
            {
                MaxDailyHours = most is null || SchemeFits.FitsDays(most, await days.LongestFromAsync(row, one.ValidFrom, cancellationToken)) ? null : most,
            });
        }

        var tooMuch = assignment.ProgrammeId is not null && months.Count > 0 ? await overpayments.OfInternshipAsync(row.Id, cancellationToken) : [];
        return new(
            assignment.Version, assignment.ProgrammeId is null ? Payer.Host : Payer.Programme, assignment.ProgrammeId, programme, assignment.DowryKept, assignedSchemes, months,
            [.. tooMuch.Select(one => new PaidTooMuch(one.Month, one.Cents, one.Since?.InItaly()))], await closings.OfInternshipAsync(row.Id, cancellationToken));
    }

    /// <summary>A transfer may come back more than once.</summary>
    private static ListedMonth AsPaidAgain(ListedMonth month, IReadOnlyDictionary<Guid, PaymentRow> payments)
    {
        var last = payments.GetValueOrDefault(month.RunId);
        while (last is { PaymentState: PaymentState.Returned, RepaidIn: { } again } && payments.TryGetValue(again, out var next))
        {
            last = next;
        }

        return last is null ? month : month with { RunState = last.RunState, PaymentState = last.PaymentState.Code() };
    }

    private sealed record PaymentRow(Guid RunId, PaymentState PaymentState, Guid? RepaidIn, string RunState);

    private sealed record SchemeRow(DateOnly ValidFrom, Guid SchemeId);
}

/// <summary>Who pays, as it is stored.</summary>
internal sealed record AssignmentRow(Guid? ProgrammeId, bool DowryKept, int Version);
