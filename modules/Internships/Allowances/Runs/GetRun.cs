using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Attendance;
using MediatR;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Reads a pay list with its checks.</summary>
internal sealed record GetRun(Guid Id) : IQuery<AllowanceRun>;

/// <summary>How many payments have a problem, or stand so.</summary>
/// <param name="Code">Code of the problem, or of where the payments stand.</param>
/// <param name="People">How many people.</param>
internal sealed record CountedPayments(string Code, int People, long Cents);

/// <summary>Somebody who is not on the list, or is to be looked at.</summary>
internal sealed record LeftOut(Guid? InternshipId, Guid BeneficiaryId, string Name);

/// <summary>A pay list.</summary>
/// <param name="Id">The list.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="ProgrammeId">The programme that pays.</param>
/// <param name="ProgrammeName">Its name.</param>
/// <param name="Month">Up to this month.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Cents">To be paid.</param>
/// <param name="KeptCents">Of dowries, put aside.</param>
/// <param name="People">How many.</param>
/// <param name="Carried">Differences to people's debit that wait for a later list.</param>
/// <param name="Problems">Who cannot be paid as things are, by problem.</param>
/// <param name="Payments">How the payments stand.</param>
/// <param name="Missing">Who ran in the month without a closed register; the first of them.</param>
/// <param name="MissingCount">How many.</param>
/// <param name="DaysTooLong">Who is on the list by a scheme for shorter days than theirs; the first of them.</param>
/// <param name="DaysTooLongCount">How many internships.</param>
/// <param name="Held">Who is left to the next list.</param>
/// <param name="Budget">The programme's money.</param>
/// <param name="ComputedAt">When it was reckoned.</param>
/// <param name="ComputedBy">By whom.</param>
/// <param name="SubmittedAt">When it was handed over.</param>
/// <param name="SubmittedBy">By whom.</param>
/// <param name="ApprovedAt">When it was approved.</param>
/// <param name="ApprovedBy">By whom.</param>
/// <param name="ExecuteOn">When the bank pays.</param>
/// <param name="MayApprove">Whoever reads may approve it: they did not prepare it.</param>
internal sealed record AllowanceRun(
    Guid Id, int Version, Guid ProgrammeId, string ProgrammeName, string Month, RunState State, long Cents, long KeptCents, int People, int Carried, IReadOnlyList<CountedPayments> Problems,
    IReadOnlyList<CountedPayments> Payments, IReadOnlyList<LeftOut> Missing, int MissingCount, IReadOnlyList<LeftOut> DaysTooLong, int DaysTooLongCount, IReadOnlyList<LeftOut> Held, BudgetState Budget, DateTimeOffset ComputedAt, string? ComputedBy,
    DateTimeOffset? SubmittedAt, string? SubmittedBy, DateTimeOffset? ApprovedAt, string? ApprovedBy, DateOnly? ExecuteOn, bool MayApprove) : IVersioned;

internal static class GetRunEndpoint
{
    public static void MapGetRun(this IEndpointRouteBuilder runs) => runs
        .MapGet("/{id:guid}", Handle)
        .WithName("getAllowanceRun")
        .WithSummary("Read a pay list with its checks and the programme's budget")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<VersionedOk<AllowanceRun>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetRun(id), ct));
}

internal sealed class GetRunHandler(IDbSession db, RunBook book, ProgrammeBudget budget, IColleagues colleagues, ICurrentUser user, IMediator mediator, IAuditTrail audit) : IRequestHandler<GetRun, AllowanceRun>
{
    private const int MostMissing = 50;
    private const string Purpose = "pay-list";

    private const string SelectProblems = """
        select   problem as Code, count(*) as People, sum(cents) as Cents
        from     internships_allowance_payment
        where    run_id = @Id and problem is not null
        group by problem
        order by problem
        """;

    private const string SelectStates = """
        select   state as Code, count(*) as People, sum(cents) as Cents
        from     internships_allowance_payment
        where    run_id = @Id
        group by state
        order by state
        """;

    // As in the list of the month's registers: who rested from its first day to its last has none to close.
    private const string FromMissing = """

        from   internships_allowance_assignment a
        join   internships_internship i on i.id = a.internship_id
        where  a.programme_id = @ProgrammeId and i.state in ('active', 'ended', 'endedEarly') and i.starts_on <= @Last and coalesce(i.ended_on, i.ends_on) >= @First
               and not exists (
                   select 1 from internships_attendance_month r where r.internship_id = i.id and r.month = @Month and r.state = 'closed')
               and not exists (
                   select 1 from internships_suspension rest
                   where  rest.internship_id = i.id and rest.withdrawn_at is null and rest.from_on <= @First and (rest.to_on is null or rest.to_on >= @Last))
        """;

    private const string SelectMissing = $"select i.id as InternshipId, i.beneficiary_id as BeneficiaryId {FromMissing} order by i.id";

    private const string CountMissing = $"select count(*) {FromMissing}";

    private const string FromTooLong = """
        from   internships_allowance_item item
        join   internships_allowance_payment payment on payment.id = item.payment_id
        where  item.run_id = @Id and item.days_too_long = 1
        """;

    private const string SelectTooLong = $"""
        select item.internship_id as InternshipId, payment.beneficiary_id as BeneficiaryId
        {FromTooLong}
        group by item.internship_id, payment.beneficiary_id
        order by min(payment.place), item.internship_id
        """;

    private const string CountTooLong = $"select count(distinct item.internship_id) {FromTooLong}";

    private const string SelectHeld = "select beneficiary_id from internships_allowance_hold where run_id = @Id order by held_at, beneficiary_id";

    public async Task<AllowanceRun> Handle(GetRun request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.Id, cancellationToken);
        audit.Reads("allowance-run", run.Id, "open-record");
        var month = RegisterMonth.Read(run.Month);
        var args = new { run.Id, run.ProgrammeId, run.Month, month.First, month.Last };
        var problems = await db.QueryAsync<CountedPayments>(SelectProblems, args, cancellationToken);
        var states = await db.QueryAsync<CountedPayments>(SelectStates, args, cancellationToken);
        var open = run.State is not RunState.Frozen;
        var missing = open ? await db.TopAsync<MissingRow>(SelectMissing, args, MostMissing, cancellationToken) : [];
        var count = missing.Count < MostMissing ? missing.Count : await db.ScalarAsync<int>(CountMissing, args, cancellationToken);
        var held = await db.QueryAsync<Guid>(SelectHeld, args, cancellationToken);
        var tooLong = open ? await db.TopAsync<MissingRow>(SelectTooLong, args, MostMissing, cancellationToken) : [];
        var tooLongCount = tooLong.Count < MostMissing ? tooLong.Count : await db.ScalarAsync<int>(CountTooLong, args, cancellationToken);
        Guid[] people = [.. missing.Concat(tooLong).Select(row => row.BeneficiaryId).Concat(held).Distinct()];
        var names = people.Length == 0 ? [] : (await mediator.Send(new NamePayees(people, Purpose), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var programme = await budget.ProgrammeAsync(run.ProgrammeId, cancellationToken);
        var colleaguesById = await colleagues.NamesAsync(cancellationToken);
        string? NameOf(Guid? id) => id is { } known ? colleaguesById.GetValueOrDefault(known) : null;
        return new(
            run.Id, run.Version, run.ProgrammeId, programme.Name, run.Month, run.State, run.Cents, run.KeptCents, run.People, run.Carried, problems, states,
            [.. missing.Select(row => new LeftOut(row.InternshipId, row.BeneficiaryId, names.GetValueOrDefault(row.BeneficiaryId, "")))], count,
            [.. tooLong.Select(row => new LeftOut(row.InternshipId, row.BeneficiaryId, names.GetValueOrDefault(row.BeneficiaryId, "")))], tooLongCount,
            [.. held.Select(id => new LeftOut(null, id, names.GetValueOrDefault(id, "")))], await budget.StateAsync(programme, cancellationToken), run.ComputedAt, NameOf(run.ComputedBy), run.SubmittedAt,
            NameOf(run.SubmittedBy), run.ApprovedAt, NameOf(run.ApprovedBy), run.ExecuteOn, run.State is RunState.ToApprove && run.SubmittedBy != user.Id && run.ComputedBy != user.Id);
    }

    private sealed record MissingRow(Guid InternshipId, Guid BeneficiaryId);
}
