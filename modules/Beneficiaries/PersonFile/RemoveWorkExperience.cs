using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Takes away a work experience that was written by mistake.</summary>
internal sealed record RemoveWorkExperience(Guid PersonId, Guid ExperienceId) : ICommand;

internal static class RemoveWorkExperienceEndpoint
{
    public static void MapRemoveWorkExperience(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapDelete("/{id:guid}/work-experiences/{experienceId:guid}", Handle)
        .WithName("removeWorkExperience")
        .WithSummary("Take away a work experience of a person")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, Guid experienceId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveWorkExperience(id, experienceId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveWorkExperienceHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit) : IRequestHandler<RemoveWorkExperience, Unit>
{
    private const string Delete = "delete from beneficiaries_work_experience where id = @ExperienceId and beneficiary_id = @PersonId";

    public async Task<Unit> Handle(RemoveWorkExperience request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (await db.ExecuteAsync(Delete, new { request.ExperienceId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("work-experience");
        }

        audit.Changes("beneficiary", request.PersonId);
        return Unit.Value;
    }
}
