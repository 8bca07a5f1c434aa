using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What the module registers and maps of this room.</summary>
internal static class GrantsRoom
{
    public static void AddGrants(this IServiceCollection services)
    {
        services.AddScoped<GrantBook>();
        services.AddScoped<PersonActions>();
        FieldLabels.Add(Labels);
    }

    public static void MapGrants(this IEndpointRouteBuilder programmes, IEndpointRouteBuilder beneficiaries)
    {
        programmes.MapListFundableActions();
        beneficiaries.MapListPersonGrants();
        programmes.MapAssignGrant();
        programmes.MapListGrants();
        programmes.MapRevokeGrant();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("candidateId", "A chi", "To whom"),
        ("lineTitle", "Voce di spesa", "Budget line"),
        ("action", "Per che cosa", "For what"),
        ("spentCents", "Già speso", "Already spent"),
    ];
}
