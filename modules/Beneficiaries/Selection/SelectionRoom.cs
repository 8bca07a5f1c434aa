using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>What the module registers and maps of this room.</summary>
internal static class SelectionRoom
{
    public const string Select = "programmes:select";

    public static void AddSelection(this IServiceCollection services)
    {
        services.AddRights(new Right(
            Select, new("Aprire le selezioni dei programmi, dichiararne i criteri e chiudere le graduatorie", "Open the selections of programmes, declare their criteria and close the rankings"), false, Role.Coordinator));
        services.AddScoped<CohortDesk>();
        services.AddScoped<RankingDesk>();
        services.AddScoped<SelectionPlaces>();
        FieldLabels.Add(Labels);
    }

    public static void MapSelection(this IEndpointRouteBuilder programmes)
    {
        programmes.MapOpenCohort();
        programmes.MapListCohorts();
        programmes.MapDeclareSelection();
        programmes.MapProposeCandidate();
        programmes.MapListCandidates();
        programmes.MapGetCandidate();
        programmes.MapWritePoints();
        programmes.MapLeaveSelection();
        programmes.MapGetRanking();
        programmes.MapFreezeRanking();
        programmes.MapGetMinutes();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("places", "Posti", "Places"),
        ("criteria", "Criteri", "Criteria"),
        ("criterion", "Criterio", "Criterion"),
        ("key", "Criterio", "Criterion"),
        ("argument", "Precisazione", "Detail"),
        ("points", "Punti", "Points"),
        ("tieBreaks", "A pari punti", "Among equals"),
        ("proposedOn", "Giorno della proposta", "Day of the proposal"),
        ("consentOn", "Giorno del consenso", "Day of consent"),
        ("consentKind", "Consenso", "Consent"),
        ("heldOn", "Giorno della seduta", "Day of the meeting"),
        ("members", "Presenti", "Present"),
    ];
}
