namespace InclusionPlatform.Shared.Identifiers;

/// <summary>The sex in the civil register, the only thing that a codice fiscale can carry.</summary>
public enum Sex
{
    /// <summary>Female: the day of birth is written plus 40.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}
