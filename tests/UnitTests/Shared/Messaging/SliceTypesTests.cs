using System.Reflection;
using FluentValidation;
using InclusionPlatform.Shared.Messaging;
using MediatR;

namespace InclusionPlatform.UnitTests.Shared.Messaging;

internal sealed class SliceTypesTests
{
    private static readonly Type[] Contracts = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>)];

    private static readonly string[] Assemblies = ["Shared", "Beneficiaries", "CompanyNetwork", "Internships", "Training", "Bulletin", "Api"];

    [TestCaseSource(nameof(Assemblies))]
    public void Slices_WhenFoundInTheTables_AreThoseThatAskingEveryTypeFinds(string name)
    {
        var assembly = Assembly.Load($"InclusionPlatform.{name}");

        var found = SliceTypes.Of(assembly).Where(IsSlice).ToHashSet();

        Assert.That(found, Is.EquivalentTo(assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }).Where(IsSlice)));
        Assert.That(found, Is.Not.Empty);
    }

    private static bool IsSlice(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && Contracts.Contains(one.GetGenericTypeDefinition()));
}
