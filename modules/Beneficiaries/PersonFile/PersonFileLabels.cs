namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>How the fields of the person's file are called in error messages.</summary>
internal static class PersonFileLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("householdSize", "Persone in casa", "People at home"),
        ("otherDependants", "Altre persone a carico", "Other dependants"),
        ("housing", "Dove vive", "Housing"),
        ("targetedPlacement", "Collocamento mirato", "Targeted placement"),
        ("targetedPlacementOn", "Data del collocamento mirato", "Day of targeted placement"),
        ("targetedPlacementOffice", "Ufficio", "Office"),
        ("golPath", "Percorso GOL", "GOL path"),
        ("golPathOn", "Percorso assegnato il", "Path assigned on"),
        ("benefits", "Sostegni", "Benefits"),
        ("monthlyCents", "Importo mensile", "Monthly amount"),
        ("iban", "IBAN", "IBAN"),
        ("holder", "Intestato a", "Held by"),
        ("holderName", "Nome dell'intestatario", "Name of the holder"),
        ("languages", "Lingue", "Languages"),
        ("code", "Codice", "Code"),
        ("level", "Livello", "Level"),
        ("licences", "Patenti e abilitazioni", "Licences"),
        ("employer", "Datore di lavoro", "Employer"),
        ("duties", "Mansioni", "Duties"),
        ("contract", "Contratto", "Contract"),
        ("sector", "Settore", "Sector"),
    ];
}
