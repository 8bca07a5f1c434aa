using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>Writes with whom and where the person lives.</summary>
internal sealed record SaveHousehold(Guid Id, int Version, int? HouseholdSize, int? OtherDependants, Housing? Housing) : ICommand, IGoesOnWhileRestricted;

internal static class SaveHouseholdEndpoint
{
    /// <summary>What is written.</summary>
    /// <param name="HouseholdSize">How many people live together, the person included.</param>
    /// <param name="OtherDependants">How many others the person looks after, besides children under age.</param>
    internal sealed record HouseholdBody(int? HouseholdSize, int? OtherDependants, Housing? Housing);

    public static void MapSaveHousehold(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}/household", Handle)
        .WithName("saveHousehold")
        .WithSummary("Write a person's household and housing")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, HouseholdBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveHousehold(id, match.Version, body.HouseholdSize, body.OtherDependants, body.Housing), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveHouseholdValidator : AbstractValidator<SaveHousehold>
{
    public SaveHouseholdValidator()
    {
        RuleFor(household => household.HouseholdSize).InclusiveBetween(1, 30);
        RuleFor(household => household.OtherDependants).InclusiveBetween(0, 20);
        RuleFor(household => household.Housing).IsInEnum();
    }
}

internal sealed class SaveHouseholdHandler(PersonSections sections) : IRequestHandler<SaveHousehold, Unit>
{
    public async Task<Unit> Handle(SaveHousehold request, CancellationToken cancellationToken)
    {
        await sections.SaveAsync(
            request.Id, PersonSection.Household, request.Version, new HouseholdDetails(request.HouseholdSize, request.OtherDependants, request.Housing), cancellationToken);
        return Unit.Value;
    }
}
