using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>Puts this in the place of all that is written of a programme.</summary>
internal sealed record ChangeProgramme(Guid Id, int Version, ProgrammeData Programme) : ICommand;

internal static class ChangeProgrammeEndpoint
{
    public static void MapChangeProgramme(this IEndpointRouteBuilder programmes) => programmes
        .MapPut("/{id:guid}", Handle)
        .WithName("changeProgramme")
        .WithSummary("Change a programme")
        .RequireRight(BeneficiariesModule.WriteProgrammes);

    private static async Task<NoContent> Handle(Guid id, ProgrammeData body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeProgramme(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeProgrammeValidator : AbstractValidator<ChangeProgramme>
{
    public ChangeProgrammeValidator() => RuleFor(request => request).Custom((request, context) => ProgrammeDataValidator.Check(request.Programme, context.AddFailure));
}

internal sealed class ChangeProgrammeHandler(ProgrammeBook book, IAuditTrail audit) : IRequestHandler<ChangeProgramme, Unit>
{
    public async Task<Unit> Handle(ChangeProgramme request, CancellationToken cancellationToken)
    {
        await book.ChangeAsync(request.Id, request.Version, request.Programme, cancellationToken);
        audit.Changes("programme", request.Id);
        return Unit.Value;
    }
}
