namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// The category of the intern that the mandatory communication asks beside the type of internship. Only some pairs are allowed: a social inclusion internship is of people in charge of a service
/// (accord of 22-1-2015), an ordinary one of people with disabilities, disadvantaged or out of work (guidelines of 25-5-2017). The list's own wording is to be verified on the form.
/// </summary>
internal static class InternCategory
{
    public static Words Of(InternshipKind kind, bool hasDisability, bool isDisadvantaged) => (kind, hasDisability, isDisadvantaged) switch
    {
        (InternshipKind.SocialInclusion, _, _) => new("Persona presa in carico dal servizio sociale professionale o dai servizi sanitari competenti", "Person in charge of the social or health services"),
        (_, true, _) => new("Persona con disabilità", "Person with disabilities"),
        (_, _, true) => new("Soggetto svantaggiato", "Disadvantaged person"),
        _ => new("Disoccupato o inoccupato", "Unemployed"),
    };
}
