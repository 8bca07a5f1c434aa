using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using FluentValidation;
using MediatR;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>
/// The handlers and validators of an assembly, found in its tables. Asking an assembly for all its types makes the runtime build every one of them, records, closures and state machines
/// too, some tens of thousands: that time and that memory every start would pay, and most of them are never used (ADR 64).
/// </summary>
internal static class SliceTypes
{
    private static readonly string[] Contracts = [typeof(IRequestHandler<,>).Name, typeof(INotificationHandler<>).Name, typeof(IValidator<>).Name];

    /// <summary>Types that can be made and that handle or validate something, and perhaps some that do neither: whoever asks looks at their interfaces.</summary>
    public static unsafe IEnumerable<Type> Of(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var tables, out var length))
        {
            return assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false });
        }

        var reader = new MetadataReader(tables, length);
        return reader.TypeDefinitions.Where(handle => MayServe(reader, reader.GetTypeDefinition(handle)))
            .Select(handle => assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(handle))).ToArray();
    }

    // What a validator stands on is a generic class, or one of its own assembly.
    private static bool MayServe(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.Abstract) == 0 && type.GetGenericParameters().Count == 0
        && !type.BaseType.IsNil && (type.BaseType.Kind is HandleKind.TypeSpecification or HandleKind.TypeDefinition
            || type.GetInterfaceImplementations().Any(one => IsContract(reader, reader.GetInterfaceImplementation(one).Interface)));

    private static bool IsContract(MetadataReader reader, EntityHandle contract)
    {
        if (contract.Kind is not HandleKind.TypeSpecification)
        {
            return false;
        }

        var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)contract).Signature);
        if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance)
        {
            return false;
        }

        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic
            && Contracts.Any(name => reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)generic).Name, name));
    }
}
