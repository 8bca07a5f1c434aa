namespace InclusionPlatform.Training.Editions.Rules;

/// <summary>An edition is entrusted to an active account with the trainer's role.</summary>
internal static class TrainerIsATrainer
{
    public static async Task CheckAsync(Guid? trainerId, IColleagues colleagues, CancellationToken ct)
    {
        if (trainerId is { } id && !(await colleagues.AllAsync(ct)).Any(colleague => colleague.Id == id && colleague.IsActive && colleague.Roles.Contains(Role.Trainer)))
        {
            throw new FieldException("trainerId", "edition.trainer", new(
                "Questa persona non è tra i formatori attivi: sceglierne un'altra o lasciare il campo vuoto.",
                "This person is not one of the active trainers: choose another or leave the field empty."));
        }
    }
}
