using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Programmes;

/// <summary>Records a programme.</summary>
internal sealed record CreateProgramme(ProgrammeData Programme) : ICommand<CreatedProgramme>;

internal sealed record CreatedProgramme(Guid Id);

internal static class CreateProgrammeEndpoint
{
    public static void MapCreateProgramme(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/", Handle)
        .WithName("createProgramme")
        .WithSummary("Record a programme with its budget")
        .RequireRight(BeneficiariesModule.WriteProgrammes);

    private static async Task<Created<CreatedProgramme>> Handle(ProgrammeData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateProgramme(body), ct);
        return TypedResults.Created($"/api/v1/programmes/{created.Id}", created);
    }
}

internal sealed class CreateProgrammeValidator : AbstractValidator<CreateProgramme>
{
    public CreateProgrammeValidator() => RuleFor(request => request).Custom((request, context) => ProgrammeDataValidator.Check(request.Programme, context.AddFailure));
}

internal sealed class CreateProgrammeHandler(ProgrammeBook book, IAuditTrail audit) : IRequestHandler<CreateProgramme, CreatedProgramme>
{
    public async Task<CreatedProgramme> Handle(CreateProgramme request, CancellationToken cancellationToken)
    {
        var id = await book.AddAsync(request.Programme, cancellationToken);
        audit.Changes("programme", id);
        return new(id);
    }
}
