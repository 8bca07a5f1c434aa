using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>Takes back an extension that was recorded by mistake: the internship ends when it ended before.</summary>
internal sealed record WithdrawExtension(Guid Id, Guid ExtensionId, int Version) : ICommand;

internal static class WithdrawExtensionEndpoint
{
    public static void MapWithdrawExtension(this IEndpointRouteBuilder internships) => internships
        .MapDelete("/{id:guid}/extensions/{extensionId:guid}", Handle)
        .WithName("withdrawExtension")
        .WithSummary("Take back an extension that nothing followed from yet")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, Guid extensionId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawExtension(id, extensionId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawExtensionHandler(IDbSession db, VisibleInternships internships, Guards guards, IAuditTrail audit, TimeProvider clock) : IRequestHandler<WithdrawExtension, Unit>
{
    private const string Select = """
        select   id as Id, ends_before as EndsBefore, ends_on as EndsOn, communication_protocol as Protocol, suspension_id as SuspensionId
        from     internships_extension
        where    internship_id = @Id
        order by at desc, id desc
        """;

    private const string SelectAfter = """
        select effective_on as Day from internships_amendment where internship_id = @Id and effective_on > @EndsBefore
        union all
        select from_on from internships_suspension where internship_id = @Id and withdrawn_at is null and from_on > @EndsBefore
        order by Day
        """;

    private const string Move = "update internships_internship set ends_on = @EndsBefore, version = version + 1 where id = @Id and version = @Version and state = 'active'";

    private const string Delete = "delete from internships_extension where id = @ExtensionId and communication_protocol is null";

    // Absences that were known before belong to no internship any more.
    private const string DeleteAbsencesAfter = "delete from internships_attendance_day where internship_id = @Id and day > @EndsBefore";

    public async Task<Unit> Handle(WithdrawExtension request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Active)
        {
            throw WrongState.Of(row.State);
        }

        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var known = await db.QueryAsync<Row>(Select, new { row.Id }, cancellationToken);
        var extension = known.FirstOrDefault(one => one.Id == request.ExtensionId) ?? throw new NotFoundException("extension");
        if (ExtensionIsUndone.Hindrance(new(extension.EndsBefore, extension.EndsOn, extension.Protocol, extension.SuspensionId is not null, extension == known[0]), row.EndsOn, clock.Today()) is { } hindrance)
        {
            throw hindrance;
        }

        if (await db.QueryAsync<DateOnly>(SelectAfter, new { row.Id, extension.EndsBefore }, cancellationToken) is [var day, ..])
        {
            throw new ConflictException("internship.extension-has-changes", new Words(
                "Dopo il {0:d} comincia una modifica o una sospensione, il {1:d}: ritirarla prima.", "After {0:d} an amendment or a suspension begins, on {1:d}: take it back first.").With(extension.EndsBefore, day));
        }

        if (await db.ExecuteAsync(Move, new { row.Id, request.Version, extension.EndsBefore }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Delete, new { ExtensionId = extension.Id }, cancellationToken);
        await db.ExecuteAsync(DeleteAbsencesAfter, new { row.Id, extension.EndsBefore }, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    private sealed record Row(Guid Id, DateOnly EndsBefore, DateOnly EndsOn, string? Protocol, Guid? SuspensionId);
}
