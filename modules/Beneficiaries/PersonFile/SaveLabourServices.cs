using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Writes how the person stands towards the employment services: targeted placement and GOL path.</summary>
internal sealed record SaveLabourServices(
    Guid Id, int Version, TargetedPlacementEnrolment? TargetedPlacement, DateOnly? TargetedPlacementOn, string? TargetedPlacementOffice, string? GolPath, DateOnly? GolPathOn) : ICommand, IGoesOnWhileRestricted;

internal static class SaveLabourServicesEndpoint
{
    /// <summary>What is written.</summary>
    /// <param name="GolPath">Code of the path of the GOL programme.</param>
    internal sealed record LabourServicesBody(TargetedPlacementEnrolment? TargetedPlacement, DateOnly? TargetedPlacementOn, string? TargetedPlacementOffice, string? GolPath, DateOnly? GolPathOn);

    public static void MapSaveLabourServices(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}/labour-services", Handle)
        .WithName("saveLabourServices")
        .WithSummary("Write a person's targeted placement and GOL path")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, LabourServicesBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(
            new SaveLabourServices(id, match.Version, body.TargetedPlacement, body.TargetedPlacementOn, body.TargetedPlacementOffice, body.GolPath, body.GolPathOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveLabourServicesValidator : AbstractValidator<SaveLabourServices>
{
    public SaveLabourServicesValidator(TimeProvider clock)
    {
        RuleFor(services => services.TargetedPlacement).IsInEnum();
        RuleFor(services => services.TargetedPlacementOn).IsDayOfALife();
        RuleFor(services => services.TargetedPlacementOn).Must(on => on is null || on <= clock.Today())
            .WithErrorCode("labour-services.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(services => services.TargetedPlacement).NotNull()
            .When(services => services.TargetedPlacementOn is not null || !string.IsNullOrWhiteSpace(services.TargetedPlacementOffice))
            .WithErrorCode("labour-services.enrolment-missing")
            .WithMessage(_ => new Words(
                "C'è una data o un ufficio, ma non se la persona è iscritta: sceglierlo, o togliere il resto.",
                "There is a day or an office, but not whether the person is enrolled: choose it, or clear the rest.").ToString());
        RuleFor(services => services.TargetedPlacementOffice).MaximumLength(160);
        RuleFor(services => services.GolPath).Must(code => string.IsNullOrEmpty(code) || CodeLists.GolPaths.Find(code) is not null)
            .WithErrorCode("labour-services.gol-path").WithMessage(_ => Sentences.Choice.ToString());
        RuleFor(services => services.GolPathOn).IsLikelyDay();
        RuleFor(services => services.GolPathOn).Must(on => on is null || on <= clock.Today())
            .WithErrorCode("labour-services.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(services => services.GolPath).NotEmpty().When(services => services.GolPathOn is not null)
            .WithErrorCode("labour-services.gol-path-missing")
            .WithMessage(_ => new Words(
                "C'è la data di assegnazione, ma non il percorso GOL: sceglierlo, o togliere la data.",
                "There is the day of assignment, but not the GOL path: choose it, or clear the day.").ToString());
    }
}

internal sealed class SaveLabourServicesHandler(PersonSections sections) : IRequestHandler<SaveLabourServices, Unit>
{
    public async Task<Unit> Handle(SaveLabourServices request, CancellationToken cancellationToken)
    {
        var enrolled = request.TargetedPlacement is TargetedPlacementEnrolment.Enrolled or TargetedPlacementEnrolment.Requested;
        var details = new LabourServicesDetails(
            request.TargetedPlacement, enrolled ? request.TargetedPlacementOn : null,
            enrolled && !string.IsNullOrWhiteSpace(request.TargetedPlacementOffice) ? request.TargetedPlacementOffice.Trim() : null,
            string.IsNullOrEmpty(request.GolPath) ? null : request.GolPath, request.GolPathOn);
        await sections.SaveAsync(request.Id, PersonSection.LabourServices, request.Version, details, cancellationToken);
        return Unit.Value;
    }
}
