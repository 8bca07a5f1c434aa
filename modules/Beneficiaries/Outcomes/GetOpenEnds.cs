using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>What of a case would stay open if it closed.</summary>
internal sealed record GetOpenEnds(Guid CaseId) : IQuery<OpenEnds>;

/// <summary>What is to be known before closing; empty for whoever sees the registry only.</summary>
/// <param name="Appointments">Those to come, the next first: those after the closing day are cancelled with it.</param>
/// <param name="UnsentApplications">Applications that were prepared and not sent.</param>
/// <param name="Programmes">Names of the programmes that the person takes part in without an exit.</param>
internal sealed record OpenEnds(IReadOnlyList<OpenAppointment> Appointments, int UnsentApplications, IReadOnlyList<string> Programmes);

/// <summary>An appointment without its words.</summary>
internal sealed record OpenAppointment(Guid Id, AppointmentKind Kind, DateOnly On, string At);

internal static class GetOpenEndsEndpoint
{
    public static void MapGetOpenEnds(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/open-ends", Handle)
        .WithName("getCaseOpenEnds")
        .WithSummary("What of a case would stay open if it closed")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<OpenEnds> Handle(Guid caseId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetOpenEnds(caseId), ct);
}

internal sealed class GetOpenEndsHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit, TimeProvider clock) : IRequestHandler<GetOpenEnds, OpenEnds>
{
    private const string SelectAppointments = """
        select a.id as Id, a.kind as Kind, a.starts_at as StartsAt
        from   beneficiaries_appointment a
        where  a.case_id = @CaseId and a.state = 'planned' and a.starts_at > @Now
        order by a.starts_at, a.id
        """;

    private const string CountUnsent = """
        select count(*)
        from   beneficiaries_job_application a
        join   beneficiaries_job_path j on j.id = a.path_id
        where  j.case_id = @CaseId and a.state = 'draft'
        """;

    private const string SelectProgrammes = """
        select p.name
        from   beneficiaries_participation v
        join   beneficiaries_programme p on p.id = v.programme_id
        where  v.beneficiary_id = @BeneficiaryId and v.left_on is null
        order by v.entered_on, v.id
        """;

    public async Task<OpenEnds> Handle(GetOpenEnds request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        if (seen.Sight != Sight.Full)
        {
            return new([], 0, []);
        }

        audit.Reads("beneficiary", seen.BeneficiaryId, "read-open-ends");
        var args = new { request.CaseId, seen.BeneficiaryId, Now = clock.GetUtcNow() };
        var appointments = await db.QueryAsync<Row>(SelectAppointments, args, cancellationToken);
        return new(
            [.. appointments.Select(row => new OpenAppointment(row.Id, row.Kind, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt)))],
            await db.ScalarAsync<int>(CountUnsent, args, cancellationToken), await db.QueryAsync<string>(SelectProgrammes, args, cancellationToken));
    }

    private sealed record Row(Guid Id, AppointmentKind Kind, DateTimeOffset StartsAt);
}
